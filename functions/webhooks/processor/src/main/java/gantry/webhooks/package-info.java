/** Stores every received webhook and applies it exactly once. */
@NullMarked
package gantry.webhooks;

import org.jspecify.annotations.NullMarked;

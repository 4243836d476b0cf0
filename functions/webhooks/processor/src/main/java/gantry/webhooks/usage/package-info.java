/** What users consume of their plans' meters, exactly, by their own day. */
@NullMarked
package gantry.webhooks.usage;

import org.jspecify.annotations.NullMarked;

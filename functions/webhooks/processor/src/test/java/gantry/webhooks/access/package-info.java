@NullMarked
package gantry.webhooks.access;

import org.jspecify.annotations.NullMarked;

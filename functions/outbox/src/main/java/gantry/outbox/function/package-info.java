/** Publishes on a schedule what the outbox still holds. */
@NullMarked
package gantry.outbox.function;

import org.jspecify.annotations.NullMarked;

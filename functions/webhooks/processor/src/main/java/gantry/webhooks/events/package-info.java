/** The operator's view of stored events, and their replay. */
@NullMarked
package gantry.webhooks.events;

import org.jspecify.annotations.NullMarked;

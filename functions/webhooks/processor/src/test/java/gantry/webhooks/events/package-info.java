@NullMarked
package gantry.webhooks.events;

import org.jspecify.annotations.NullMarked;

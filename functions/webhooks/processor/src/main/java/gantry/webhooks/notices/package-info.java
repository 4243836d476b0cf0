/** Facts that are published once, whatever the order in which their causes arrive. */
@NullMarked
package gantry.webhooks.notices;

import org.jspecify.annotations.NullMarked;

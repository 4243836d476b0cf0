@NullMarked
package gantry.webhooks.orders;

import org.jspecify.annotations.NullMarked;

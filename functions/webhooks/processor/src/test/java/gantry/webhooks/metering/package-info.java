@NullMarked
package gantry.webhooks.metering;

import org.jspecify.annotations.NullMarked;

/** Tells the provider of usage-based plans what was used; nothing is told twice. */
@NullMarked
package gantry.webhooks.metering;

import org.jspecify.annotations.NullMarked;

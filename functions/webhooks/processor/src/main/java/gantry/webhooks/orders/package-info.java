/** The order ledger: what was paid and refunded, once each, whatever the order of arrival. */
@NullMarked
package gantry.webhooks.orders;

import org.jspecify.annotations.NullMarked;

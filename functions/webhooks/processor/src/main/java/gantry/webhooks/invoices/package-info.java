/** The payment ledger of subscriptions. */
@NullMarked
package gantry.webhooks.invoices;

import org.jspecify.annotations.NullMarked;

/** Verifies a payment provider's webhook over its raw bytes and puts them durably on a queue. */
@NullMarked
package gantry.webhooks.receiver;

import org.jspecify.annotations.NullMarked;

/** Stripe's API, as far as we ask it. */
@NullMarked
package gantry.webhooks.stripe;

import org.jspecify.annotations.NullMarked;

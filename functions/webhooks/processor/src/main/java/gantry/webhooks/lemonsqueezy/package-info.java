/** Lemon Squeezy's API, as far as we ask it. */
@NullMarked
package gantry.webhooks.lemonsqueezy;

import org.jspecify.annotations.NullMarked;

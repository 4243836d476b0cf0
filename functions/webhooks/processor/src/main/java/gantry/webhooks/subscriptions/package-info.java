/** The projection of subscriptions: every state told of, the newest one, and its notices. */
@NullMarked
package gantry.webhooks.subscriptions;

import org.jspecify.annotations.NullMarked;

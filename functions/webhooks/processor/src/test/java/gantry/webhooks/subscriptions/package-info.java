@NullMarked
package gantry.webhooks.subscriptions;

import org.jspecify.annotations.NullMarked;

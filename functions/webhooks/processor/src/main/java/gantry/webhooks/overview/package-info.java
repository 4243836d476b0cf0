/** The operator's view of subscriptions, and the rebuilding of what is shown from what was told. */
@NullMarked
package gantry.webhooks.overview;

import org.jspecify.annotations.NullMarked;

/**
 * Events as they arrive and are kept: told apart from their copies, and what was decided on them.
 */
@NullMarked
package gantry.webhooks.inbox;

import org.jspecify.annotations.NullMarked;

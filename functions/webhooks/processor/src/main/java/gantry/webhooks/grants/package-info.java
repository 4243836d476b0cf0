/** What gives access, and until when; pure functions of stored facts. */
@NullMarked
package gantry.webhooks.grants;

import org.jspecify.annotations.NullMarked;

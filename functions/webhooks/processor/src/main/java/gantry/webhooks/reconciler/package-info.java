/** Asks providers about what their webhooks did not tell, and heals what differs. */
@NullMarked
package gantry.webhooks.reconciler;

import org.jspecify.annotations.NullMarked;

/** What may be bought: plans by rank, the variants that give them and the limits they set. */
@NullMarked
package gantry.webhooks.plans;

import org.jspecify.annotations.NullMarked;

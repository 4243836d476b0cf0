/** Double entry, append-only: each entry sums to zero in every currency. */
@NullMarked
package gantry.payments.ledger;

import org.jspecify.annotations.NullMarked;

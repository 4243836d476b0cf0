@NullMarked
package gantry.payments.ledger;

import org.jspecify.annotations.NullMarked;

/** TRON: Tronscan, then TronGrid. */
@NullMarked
package gantry.payments.tron;

import org.jspecify.annotations.NullMarked;

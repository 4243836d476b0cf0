/** Solana: Solscan, then an RPC node. */
@NullMarked
package gantry.payments.solana;

import org.jspecify.annotations.NullMarked;

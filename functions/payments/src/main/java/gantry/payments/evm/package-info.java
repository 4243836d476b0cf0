/** Chains of the EVM: Etherscan, then JSON-RPC nodes. */
@NullMarked
package gantry.payments.evm;

import org.jspecify.annotations.NullMarked;

/**
 * Names that chains give to chains, accounts and transactions: read strictly, kept in one canonical
 * form. Pure, without any call to a network.
 */
@NullMarked
package gantry.chains;

import org.jspecify.annotations.NullMarked;

/** Signatures by which a payer shows that an account is theirs. */
@NullMarked
package gantry.payments.proof;

import org.jspecify.annotations.NullMarked;

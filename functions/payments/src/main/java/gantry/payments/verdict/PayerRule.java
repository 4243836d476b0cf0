package gantry.payments.verdict;

import gantry.chains.Address;

/**
 * What must be known of who paid, since a hash is public and proves nothing about who submits it.
 */
public sealed interface PayerRule {
  /** A back end vouches for the submission. */
  record Vouched() implements PayerRule {}

  /** Nothing is known: only the intent's own amount, to the last unit, tells that it is theirs. */
  record Unproven() implements PayerRule {}

  /** Stated by a back end, or proved by a signature. */
  record Bound(Address address) implements PayerRule {}

  /** A payer was stated, but on another kind of chain. */
  record Elsewhere() implements PayerRule {}
}

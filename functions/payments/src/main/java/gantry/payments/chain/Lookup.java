package gantry.payments.chain;

/** What one provider answered. */
public sealed interface Lookup {
  /** In a block. */
  record Mined(Evidence evidence) implements Lookup {}

  /** Known, but in no block that counts. */
  record Waiting() implements Lookup {}

  /** Never heard of it; which does not mean that there is none. */
  record Unknown() implements Lookup {}

  /** No answer. */
  record Unavailable(Trouble trouble) implements Lookup {}
}

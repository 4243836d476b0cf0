package gantry.operations.users;

import io.micronaut.serde.annotation.Serdeable;

/** How far an erasure is, for the audit; whose it is stays out of it. */
@Serdeable
record ErasureState(String pseudonym, Stage stage) {
  enum Stage {
    ORDERED,
    COMPLETE
  }

  static ErasureState ordered(String pseudonym) {
    return new ErasureState(pseudonym, Stage.ORDERED);
  }

  static ErasureState complete(String pseudonym) {
    return new ErasureState(pseudonym, Stage.COMPLETE);
  }
}

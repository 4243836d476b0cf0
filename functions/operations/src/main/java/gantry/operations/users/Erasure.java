package gantry.operations.users;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** Somebody whose name gives way to a pseudonym; when that is done, nothing tells whose it was. */
@MappedEntity("operations.erasures")
record Erasure(@Id String pseudonym) {
  private static final String PREFIX = "erased:";

  /** A name of nobody. */
  static boolean isPseudonym(String userId) {
    return userId.startsWith(PREFIX);
  }

  /** By chance alone: it tells neither who nor when. */
  static String newPseudonym() {
    return PREFIX + UUID.randomUUID();
  }
}

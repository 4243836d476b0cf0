package gantry.precompute;

import java.util.Optional;

/**
 * What a build made for a subject.
 *
 * @param kept empty when it had nothing where there was something, or came too late
 */
record BuiltPage(String subject, Optional<StoredPage> kept) {
  boolean isKept() {
    return kept.isPresent();
  }
}

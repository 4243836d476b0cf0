package gantry.precompute.content;

import java.util.Optional;
import java.util.UUID;

/** Names a roadmap. */
record RoadmapId(UUID value) {
  /** Empty for a text that is no id; it is the id of nothing. */
  static Optional<RoadmapId> of(String text) {
    try {
      return Optional.of(new RoadmapId(UUID.fromString(text)))
          .filter(id -> id.value.toString().equalsIgnoreCase(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}

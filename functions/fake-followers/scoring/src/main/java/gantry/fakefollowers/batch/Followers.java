package gantry.fakefollowers.batch;

import java.util.List;

/** What was read: the followers, and the items that are none. */
public record Followers(List<IndexedFollower> wellFormed, List<Malformed> malformed) {
  public Followers {
    wellFormed = List.copyOf(wellFormed);
    malformed = List.copyOf(malformed);
  }

  public int size() {
    return wellFormed.size() + malformed.size();
  }
}

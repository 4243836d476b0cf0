package gantry.fakefollowers.audit;

import gantry.fakefollowers.batch.ScoredFollower;
import gantry.fakefollowers.model.Duplicates;
import gantry.fakefollowers.model.FollowerScore;
import org.jspecify.annotations.Nullable;

/** A scored follower on its way into the table; what it shares with others is a hash. */
record FollowerRow(
    int batch,
    int place,
    String verdict,
    @Nullable Long nameKey,
    @Nullable Long handleKey,
    int nameLevel,
    int handleLevel,
    ScoredFollower result) {

  static FollowerRow of(int batch, ScoredFollower result) {
    return new FollowerRow(
        batch,
        result.index(),
        result.v2().verdict().name(),
        Duplicates.nameKey(result.fullName()).map(KeyHash::of).orElse(null),
        Duplicates.handleKey(result.handle()).map(KeyHash::of).orElse(null),
        0,
        0,
        result);
  }

  FollowerRow at(Duplicates duplicates) {
    return new FollowerRow(
        batch,
        place,
        result.v2().with(duplicates).verdict().name(),
        nameKey,
        handleKey,
        duplicates.nameLevel(),
        duplicates.handleLevel(),
        result);
  }

  /** As the table wants it, with the text of the result where that is to be stored. */
  StoredFollower stored(@Nullable String text) {
    return new StoredFollower(
        batch, place, verdict, nameKey, handleKey, nameLevel, handleLevel, text);
  }

  Duplicates duplicates() {
    return new Duplicates(nameLevel, handleLevel);
  }

  FollowerScore score() {
    return result.v2().with(duplicates());
  }
}

package gantry.fakefollowers.batch;

import gantry.fakefollowers.classic.ScoreClassic;
import gantry.fakefollowers.model.ScoreFollower;
import jakarta.inject.Singleton;
import java.util.List;

/** Scores followers both ways, in the order given. */
@Singleton
public final class ScoreFollowers {
  private final ScoreClassic classic;
  private final ScoreFollower v2;

  ScoreFollowers(ScoreClassic classic, ScoreFollower v2) {
    this.classic = classic;
    this.v2 = v2;
  }

  public List<ScoredFollower> score(List<IndexedFollower> followers) {
    return followers.stream().map(this::score).toList();
  }

  private ScoredFollower score(IndexedFollower one) {
    var follower = one.follower();
    return new ScoredFollower(
        one.index(),
        follower.handle(),
        follower.fullName(),
        classic.score(follower.handle(), follower.fullName()),
        v2.score(follower));
  }
}

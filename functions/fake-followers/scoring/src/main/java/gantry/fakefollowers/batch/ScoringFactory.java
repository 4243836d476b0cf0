package gantry.fakefollowers.batch;

import gantry.fakefollowers.classic.ScoreClassic;
import gantry.fakefollowers.model.ScoreFollower;
import gantry.fakefollowers.names.KnownNames;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class ScoringFactory {
  @Singleton
  ScoreClassic classic(KnownNames names) {
    return new ScoreClassic(names.own());
  }

  @Singleton
  ScoreFollower v2(KnownNames names) {
    return new ScoreFollower(names);
  }
}

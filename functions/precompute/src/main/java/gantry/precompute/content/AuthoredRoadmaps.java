package gantry.precompute.content;

import jakarta.inject.Singleton;

/** Makes whoever writes a first roadmap a creator. */
@Singleton
final class AuthoredRoadmaps {
  private final PostgresCreatorStore creators;
  private final PostgresRoadmapStore roadmaps;
  private final OwnWrites ownWrites;

  AuthoredRoadmaps(
      PostgresCreatorStore creators, PostgresRoadmapStore roadmaps, OwnWrites ownWrites) {
    this.creators = creators;
    this.roadmaps = roadmaps;
    this.ownWrites = ownWrites;
  }

  Roadmap insert(Person author, Roadmap roadmap) {
    var _ = creators.ensure(author.tenant(), author.id());
    roadmaps.insert(roadmap);
    ownWrites.concern(author.tenant(), author.id());
    return roadmap;
  }
}

package gantry.precompute.content;

import jakarta.inject.Singleton;

/** Makes whoever writes a first roadmap a creator. */
@Singleton
final class AuthoredRoadmaps {
  private final PostgresCreatorStore creators;
  private final PostgresRoadmapStore roadmaps;

  AuthoredRoadmaps(PostgresCreatorStore creators, PostgresRoadmapStore roadmaps) {
    this.creators = creators;
    this.roadmaps = roadmaps;
  }

  Roadmap insert(Person author, Roadmap roadmap) {
    var _ = creators.ensure(author.tenant(), author.id());
    roadmaps.insert(roadmap);
    return roadmap;
  }
}

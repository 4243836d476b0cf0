package gantry.precompute.content;

import gantry.lambda.UuidV7;
import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Stores a new roadmap. */
@Singleton
final class CreateRoadmap {
  private final Transactions transactions;
  private final AuthoredRoadmaps authored;
  private final UuidV7 ids;
  private final Clock clock;

  CreateRoadmap(Transactions transactions, AuthoredRoadmaps authored, UuidV7 ids, Clock clock) {
    this.transactions = transactions;
    this.authored = authored;
    this.ids = ids;
    this.clock = clock;
  }

  Roadmap create(Person author, Roadmap.Content content) {
    var roadmap = Roadmap.of(ids.next(), author, content, clock.instant());
    return transactions.inTransaction(() -> authored.insert(author, roadmap));
  }
}

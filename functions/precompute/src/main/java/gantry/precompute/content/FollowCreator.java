package gantry.precompute.content;

import gantry.postgres.Transactions;
import jakarta.inject.Singleton;

/** Follows creators and stops. */
@Singleton
final class FollowCreator {
  private final PostgresCreatorStore store;
  private final Transactions transactions;

  FollowCreator(PostgresCreatorStore store, Transactions transactions) {
    this.store = store;
    this.transactions = transactions;
  }

  Outcome follow(Person follower, String creator) {
    if (creator.equals(follower.id())) {
      return new Outcome.OwnProfile();
    }
    return transactions.inTransaction(() -> {
      if (store.find(follower.tenant(), creator).isEmpty()) {
        return new Outcome.NotFound();
      }
      var _ = store.follow(follower.tenant(), creator, follower.id());
      return new Outcome.Done();
    });
  }

  /** Also done when nobody was followed. */
  void unfollow(Person follower, String creator) {
    var _ =
        transactions.inTransaction(() -> store.unfollow(follower.tenant(), creator, follower.id()));
  }

  /** What became of it. */
  sealed interface Outcome {
    record Done() implements Outcome {}

    record NotFound() implements Outcome {}

    record OwnProfile() implements Outcome {}
  }
}

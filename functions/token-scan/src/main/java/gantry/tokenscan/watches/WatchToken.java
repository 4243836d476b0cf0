package gantry.tokenscan.watches;

import gantry.lambda.UuidV7;
import gantry.postgres.Transactions;
import gantry.tokenscan.facts.Token;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Begins to watch a token, and ends it. */
@Singleton
final class WatchToken {
  private final PostgresWatchStore store;
  private final Transactions transactions;
  private final UuidV7 ids;
  private final WatchesConfig config;

  WatchToken(
      PostgresWatchStore store, Transactions transactions, UuidV7 ids, WatchesConfig config) {
    this.store = store;
    this.transactions = transactions;
    this.ids = ids;
    this.config = config;
  }

  Outcome watch(Watcher watcher, Token token) {
    return transactions.inTransaction(() -> {
      var inserted = insert(watcher, token);
      return find(watcher, token)
          .<Outcome>map(watch -> inserted ? new Outcome.Begun(watch) : new Outcome.Known(watch))
          .orElseGet(() -> new Outcome.TooMany(config.perUser()));
    });
  }

  /** Whether it was watched or not, it no longer is. */
  void end(Watcher watcher, Token token) {
    transactions.inTransaction(
        () -> store.delete(watcher.tenant(), watcher.userId(), token.chain(), token.address()));
  }

  private boolean insert(Watcher watcher, Token token) {
    return store.insertIfFew(
            ids.next(),
            watcher.tenant(),
            watcher.userId(),
            token.chain(),
            token.address(),
            config.perUser())
        == 1;
  }

  private Optional<Watch> find(Watcher watcher, Token token) {
    return store.find(watcher.tenant(), watcher.userId(), token.chain(), token.address());
  }

  sealed interface Outcome {
    record Begun(Watch watch) implements Outcome {}

    record Known(Watch watch) implements Outcome {}

    record TooMany(int most) implements Outcome {}
  }
}

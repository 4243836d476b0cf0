package gantry.audit;

import gantry.lambda.UuidV7;
import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Function;

/** Appends to chains, one writer at a time each, and opens them in the root chain. */
@Singleton
final class AuditChains {
  private final PostgresChainStore chains;
  private final PostgresAuditStore events;
  private final Transactions transactions;
  private final Openings openings;

  AuditChains(
      PostgresChainStore chains,
      PostgresAuditStore events,
      Transactions transactions,
      Openings openings) {
    this.chains = chains;
    this.events = events;
    this.transactions = transactions;
    this.openings = openings;
  }

  void append(String chain, Function<Chain, AuditRow> row) {
    transactions.inTransaction(() -> {
      var end = chains.lock(chain).orElseGet(() -> open(chain));
      events.insert(row.apply(end).withHash());
      return end;
    });
  }

  private Chain open(String chain) {
    var root =
        chains.lock(Chain.ROOT).orElseThrow(() -> new IllegalStateException("No root chain"));
    if (chains.openIfNew(chain) == 1) {
      events.insert(openings.row(chain, root).withHash());
    }
    return chains.lock(chain).orElseThrow();
  }

  /** What the root chain says about the others. */
  @Singleton
  static final class Openings {
    private final UuidV7 ids;
    private final Clock clock;

    Openings(UuidV7 ids, Clock clock) {
      this.ids = ids;
      this.clock = clock;
    }

    private AuditRow row(String chain, Chain root) {
      return new AuditRow(
          ids.next(),
          root.chain(),
          root.lastNumber() + 1,
          "",
          "audit",
          "chain.opened",
          "audit-chain",
          chain,
          null,
          null,
          "{}",
          null,
          clock.instant(),
          root.lastHash(),
          "");
    }
  }
}

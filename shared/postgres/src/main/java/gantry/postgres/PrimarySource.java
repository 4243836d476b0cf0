package gantry.postgres;

import gantry.postgres.SessionFactory.Opened;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Connects to the one writable primary among several servers. Whenever it does not know which one
 * that is, it asks all of them: the first that calls itself a primary may be an old one.
 */
final class PrimarySource implements SessionSource {
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final List<String> urls;
  private final SessionFactory sessions;
  private final Epochs epochs;
  private volatile @Nullable String primary;

  PrimarySource(Hosts hosts, SessionFactory sessions, Epochs epochs) {
    this.urls = hosts.urls();
    this.sessions = sessions;
    this.epochs = epochs;
  }

  @Override
  public Connection getConnection() throws SQLException {
    var known = primary;
    if (known == null) {
      return find();
    }
    try {
      return sessions.openPrimary(known, epochs).connection();
    } catch (SQLException e) {
      return findInstead(e);
    }
  }

  void forget() {
    primary = null;
  }

  /** Asks all servers again; true when one of them stands in an epoch that is news. */
  boolean looksDifferent() {
    var before = epochs.newest();
    try (var _ = find()) {
      return epochs.newest() > before;
    } catch (SQLException nobody) {
      return epochs.newest() > before;
    }
  }

  private Connection findInstead(SQLException why) throws SQLException {
    try {
      return find();
    } catch (SQLException e) {
      e.addSuppressed(why);
      throw e;
    }
  }

  private Connection find() throws SQLException {
    var found = new PrimaryCandidates();
    try {
      ask(found);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var best = found.best(epochs.newest());
    primary = best.map(PrimaryCandidates.Candidate::url).orElse(null);
    return best.orElseThrow(found::nobody).opened().connection();
  }

  private void ask(PrimaryCandidates found) throws InterruptedException {
    // Not closed: that would wait for a server which does not answer.
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    var questions = urls.stream().map(url -> question(url, found)).toList();
    threads.invokeAll(questions, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    threads.shutdownNow();
  }

  private Callable<Optional<Opened>> question(String url, PrimaryCandidates found) {
    return () -> {
      try {
        found.add(url, sessions.openPrimary(url, epochs));
      } catch (SQLException e) {
        found.refused(e);
      } catch (RuntimeException | Error e) {
        found.refused(
            new SQLException("Nobody could be asked", DatabaseFailure.UNABLE_TO_CONNECT, e));
        throw e;
      }
      return Optional.empty();
    };
  }
}

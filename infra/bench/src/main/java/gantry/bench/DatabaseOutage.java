package gantry.bench;

import gantry.database.Migrations;
import gantry.postgres.Transactions;
import gantry.resilience.BreakerOpenException;
import gantry.testing.Eventually;
import gantry.testing.PostgresServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL server that hangs (SIGSTOP): for how many deadlines callers wait, how much is
 * written after they were told, and how many of fifty at once are let through to it.
 */
public final class DatabaseOutage implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(2);
  private static final int CALLERS = 50;

  private final PostgresServer server;
  private final ApplicationContext context;

  private DatabaseOutage(PostgresServer server, String url) {
    this.server = server;
    this.context =
        ApplicationContext.run(
            Map.of(
                "database.url",
                url,
                "database.user",
                PostgresServer.USER,
                "database.deadline",
                DEADLINE.toString(),
                "aws.lambda.max-concurrency",
                CALLERS));
  }

  /** When the server stops: before the call, between two statements, before the commit. */
  private enum Moment {
    BEFORE,
    BETWEEN,
    AT_COMMIT
  }

  /** The argument: how many rounds. */
  public static void main(String... args) throws Exception {
    var server = PostgresServer.startUntilExit();
    var url = server.newDatabase();
    Migrations.migrate(url, PostgresServer.USER, PostgresServer.PASSWORD);
    try (var connection = server.connect(url);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE public.written (at timestamptz)");
    }
    for (var moment : Moment.values()) {
      var worst = 0.0;
      for (var round = 0; round < Integer.parseInt(args[0]); round++) {
        try (var outage = new DatabaseOutage(server, url)) {
          worst = Math.max(worst, outage.deadlinesWaited(moment));
        }
      }
      System.out.printf("%-10s worst wait %.3f deadlines%n", moment, worst);
    }
    var most = 0L;
    for (var round = 0; round < Integer.parseInt(args[0]); round++) {
      try (var outage = new DatabaseOutage(server, url)) {
        most = Math.max(most, outage.letThrough());
      }
    }
    System.out.printf("half-open: at most %d of %d let through%n", most, CALLERS);
    System.out.printf("written after all: %d%n", written(server, url));
  }

  private static int written(PostgresServer server, String url) throws SQLException {
    try (var connection = server.connect(url);
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM public.written")) {
      row.next();
      return row.getInt(1);
    }
  }

  private double deadlinesWaited(Moment moment) {
    warmUp();
    var start = System.nanoTime();
    try {
      write(moment);
      throw new IllegalStateException("It was written");
    } catch (RuntimeException told) {
      return (double) (System.nanoTime() - start) / DEADLINE.toNanos();
    }
  }

  private boolean write(Moment hang) {
    hangIf(hang == Moment.BEFORE);
    return transactions()
        .inTransaction(() -> {
          execute("SELECT count(*) FROM public.written");
          hangIf(hang == Moment.BETWEEN);
          var inserted = execute("INSERT INTO public.written VALUES (now())");
          hangIf(hang == Moment.AT_COMMIT);
          return inserted;
        });
  }

  private long letThrough() throws InterruptedException {
    warmUp();
    server.pause();
    for (var failures = 0; failures < 3; failures++) {
      ask();
    }
    LockSupport.parkNanos(Duration.ofMillis(1500).toNanos());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> call = this::ask;
      return threads.invokeAll(Collections.nCopies(CALLERS, call)).stream()
          .filter(asked -> asked.resultNow())
          .count();
    }
  }

  /** Whether the breaker let it through. */
  private boolean ask() {
    try {
      transactions().inTransaction(() -> execute("SELECT 1"));
      throw new IllegalStateException("It answered");
    } catch (BreakerOpenException _) {
      return false;
    } catch (RuntimeException _) {
      return true;
    }
  }

  /** The first connection of a busy machine may take longer than the deadline. */
  private void warmUp() {
    Eventually.within(
        Duration.ofSeconds(30), () -> transactions().inTransaction(() -> execute("SELECT 1")));
  }

  private void hangIf(boolean now) {
    if (now) {
      server.pause();
    }
  }

  private boolean execute(String sql) {
    return context.getBean(JdbcOperations.class).prepareStatement(sql, PreparedStatement::execute);
  }

  private Transactions transactions() {
    return context.getBean(Transactions.class);
  }

  /** The server wakes up and reads whatever was sent to it. */
  @Override
  public void close() {
    server.resume();
    context.close();
  }
}

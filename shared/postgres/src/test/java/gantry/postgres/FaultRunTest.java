package gantry.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.Fault;
import gantry.testing.Fault.Direction;
import gantry.testing.FaultProxy;
import gantry.testing.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients write while network and server misbehave; whatever they were told must be true. */
class FaultRunTest {
  private static final int FAULTS = Integer.getInteger("gantry.faults", 100);
  private static final int CLIENTS = 6;
  private static final Duration SPELL = Duration.ofMillis(60);

  private final PostgresServer server;
  private final String url;
  private final FaultProxy proxy;

  FaultRunTest(@TempDir Path folder) {
    server = PostgresServer.start(folder, 0);
    url = server.newDatabase();
    proxy = FaultProxy.to(server.port());
  }

  @AfterEach
  void stop() {
    proxy.close();
    server.close();
  }

  @Test
  @Tag("nightly")
  void whatWasAcknowledgedIsThereOnceAndWhatFailedIsNot() {
    Notes.create(server, url);
    // Without a key: nothing but the code stands between a repetition and a second effect.
    Notes.run(server, url, "ALTER TABLE notes DROP CONSTRAINT notes_pkey");
    var address = url.replace(":" + server.port(), ":" + proxy.port());
    var settings =
        Map.<String, Object>of(
            "database.deadline", "PT0.8S", "aws.lambda.max-concurrency", CLIENTS);

    try (var notes = Notes.open(address, settings)) {
      var clients = Clients.start(CLIENTS, notes);
      try (clients) {
        misbehave();
      }
      assertThatTheyWereToldTheTruth(clients);
    }
  }

  private void assertThatTheyWereToldTheTruth(Clients clients) {
    var times = Notes.timesOn(server, url);
    assertThat(clients.told())
        .hasSizeGreaterThan(FAULTS)
        .allMatch(note -> times.getOrDefault(note, 0) == 1);
    assertThat(clients.failed()).isNotEmpty().noneMatch(times::containsKey);
    assertThat(clients.unknown()).isNotEmpty().allMatch(note -> times.getOrDefault(note, 0) <= 1);
  }

  private void misbehave() {
    var random = new Random(FAULTS);
    for (var i = 0; i < FAULTS; i++) {
      inject(random);
      LockSupport.parkNanos(SPELL.toNanos());
      proxy.heal();
      server.resume();
      LockSupport.parkNanos(SPELL.toNanos());
    }
  }

  private void inject(Random random) {
    switch (random.nextInt(41)) {
      case 40 -> {
        server.kill();
        server.start();
      }
      case 39, 38, 37, 36 -> server.pause();
      default -> misroute(random);
    }
  }

  private void misroute(Random random) {
    switch (random.nextInt(7)) {
      case 0 -> proxy.inject(Fault.latency(Duration.ofMillis(5)));
      case 1 -> proxy.inject(Fault.reset());
      case 2 -> proxy.inject(Fault.blackHole());
      case 3 -> proxy.inject(Fault.cutAfter(Direction.TO_SERVER, random.nextInt(2_000)));
      case 4 -> proxy.inject(Fault.cutAfter(Direction.TO_CLIENT, random.nextInt(2_000)));
      case 5 -> proxy.injectOnce(Fault.withholdReplyTo("COMMIT"));
      default -> proxy.injectOnce(Fault.loseReplyTo("COMMIT"));
    }
  }
}

package gantry.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.Eventually;
import gantry.testing.Fault;
import gantry.testing.Fault.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients write while network and server misbehave; whatever they were told must be true. */
class FaultRunTest {
  private static final int FAULTS = Integer.getInteger("gantry.faults", 100);
  private static final int CLIENTS = 6;
  private static final Duration SPELL = Duration.ofMillis(60);

  /** The standby takes over in the middle of so many faults, for good. */
  private static final int REIGN = 100;

  /** The breaker pauses for a minute at most, and then tries again. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final FaultyPair servers;

  FaultRunTest(@TempDir Path folder) {
    servers = new FaultyPair(folder);
  }

  @BeforeAll
  static void load() {
    Notes.load();
  }

  @AfterEach
  void stop() {
    servers.close();
  }

  @Test
  @Tag("nightly")
  void whatWasAcknowledgedIsThereOnceAndWhatFailedIsNot() {
    var settings =
        Map.<String, Object>of(
            "database.deadline", "PT0.8S", "aws.lambda.max-concurrency", CLIENTS);

    try (var notes = Notes.open(servers.hosts(), settings)) {
      var clients = Clients.start(CLIENTS, notes);
      try (clients) {
        misbehave(clients);
        awaitEachOutcome(clients);
      }
      assertThatTheyWereToldTheTruth(clients);
    }
  }

  private void assertThatTheyWereToldTheTruth(Clients clients) {
    var times = servers.times();
    assertThat(clients.told())
        .hasSizeGreaterThan(FAULTS)
        .allMatch(note -> times.getOrDefault(note, 0) == 1);
    assertThat(clients.failed()).isNotEmpty().noneMatch(times::containsKey);
    assertThat(clients.unknown()).isNotEmpty().allMatch(note -> times.getOrDefault(note, 0) <= 1);
  }

  /** Chance need not have brought about all of them. */
  private void awaitEachOutcome(Clients clients) {
    servers.proxy().inject(Fault.loseReplyTo("COMMIT"));
    Eventually.within(PATIENCE, () -> assertThat(clients.unknown()).isNotEmpty());
    servers.proxy().heal();
    Eventually.within(PATIENCE, () -> assertThat(clients.told()).hasSizeGreaterThan(FAULTS));
  }

  private void misbehave(Clients clients) {
    var random = new Random(FAULTS);
    for (var i = 0; i < FAULTS; i++) {
      if (i % REIGN == REIGN / 2) {
        depose(random, clients);
      } else {
        disturb(random);
      }
    }
  }

  /** Dead, or only hanging and then back with the belief to be the primary still. */
  private void depose(Random random, Clients clients) {
    if (random.nextBoolean()) {
      servers.server().kill();
      servers.takeOver();
    } else {
      var old = servers.server();
      old.pause();
      servers.takeOver();
      old.resume();
    }
    awaitMore(clients);
    servers.replaceTheOldPrimary();
    awaitMore(clients);
  }

  private static void awaitMore(Clients clients) {
    var soFar = clients.told().size();
    Eventually.within(PATIENCE, () -> assertThat(clients.told()).hasSizeGreaterThan(soFar));
  }

  private void disturb(Random random) {
    inject(random);
    LockSupport.parkNanos(SPELL.toNanos());
    servers.proxy().heal();
    servers.server().resume();
    LockSupport.parkNanos(SPELL.toNanos());
  }

  private void inject(Random random) {
    switch (random.nextInt(41)) {
      case 40 -> {
        servers.server().kill();
        servers.server().start();
      }
      case 39, 38, 37, 36 -> servers.server().pause();
      default -> misroute(random);
    }
  }

  private void misroute(Random random) {
    switch (random.nextInt(7)) {
      case 0 -> servers.proxy().inject(Fault.latency(Duration.ofMillis(5)));
      case 1 -> servers.proxy().inject(Fault.reset());
      case 2 -> servers.proxy().inject(Fault.blackHole());
      case 3 -> servers.proxy().inject(Fault.cutAfter(Direction.TO_SERVER, random.nextInt(2_000)));
      case 4 -> servers.proxy().inject(Fault.cutAfter(Direction.TO_CLIENT, random.nextInt(2_000)));
      case 5 -> servers.proxy().injectOnce(Fault.withholdReplyTo("COMMIT"));
      default -> servers.proxy().injectOnce(Fault.loseReplyTo("COMMIT"));
    }
  }
}

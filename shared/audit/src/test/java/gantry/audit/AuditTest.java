package gantry.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gantry.audit.BrokenLink.Break;
import gantry.lambda.RequestId;
import gantry.postgres.TimeCursor;
import gantry.postgres.Transactions;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {
  private static final Actor ANNA = new Actor("t-1", "anna");
  private static final AuditFilter ALL =
      new AuditFilter(
          null, null, null, null, null, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

  private final TestModule module = new TestModule();
  private final Audit audit = module.bean(Audit.class);

  @Serdeable
  record Door(boolean open) {}

  @AfterEach
  void stop() {
    module.close();
  }

  @Test
  void anEventTellsWhoDidWhatToWhat() {
    try (var _ = RequestId.carry("req-1")) {
      audit.append(
          new AuditEvent(
              ANNA,
              "door.opened",
              new AuditedObject("door", "7"),
              new Door(false),
              new Door(true),
              Map.of("why", "ümläut <script> \u0001")));
    }

    var event = newest().getFirst();
    assertThat(event.actor()).isEqualTo(ANNA);
    assertThat(event.action()).isEqualTo("door.opened");
    assertThat(event.object()).isEqualTo(new AuditedObject("door", "7"));
    assertThat(event.beforeHash()).hasSize(64).isNotEqualTo(event.afterHash());
    assertThat(event.requestId()).isEqualTo("req-1");
    assertThat(event.details()).contains("ümläut <script>");
    assertThat(verify().isIntact()).isTrue();
  }

  @Test
  void itIsUndoneWithTheChange() {
    var transactions = module.bean(Transactions.class);

    assertThatThrownBy(() ->
            transactions.inTransaction(() -> {
              open("7");
              throw new IllegalStateException("on purpose");
            }))
        .hasMessage("on purpose");

    assertThat(module.query("SELECT 1 FROM audit.events")).isEmpty();
    open("7");
    assertThat(verify().isIntact()).isTrue();
  }

  @Test
  void writersAtOnceKeepEveryChainWhole() throws Exception {
    try (var threads = Executors.newFixedThreadPool(16)) {
      var calls =
          IntStream.range(0, 400)
              .mapToObj(i -> (Callable<Object>) () -> open("door-" + i % 40))
              .toList();
      for (var done : threads.invokeAll(calls)) {
        done.get();
      }
    }

    var verification = verify();
    assertThat(verification.isIntact()).isTrue();
    assertThat(verification.chains()).isEqualTo(17);
    assertThat(verification.events()).isEqualTo(400 + 16);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit.events SET actor = 'nobody'",
        "DELETE FROM audit.events",
        "TRUNCATE audit.events",
        "TRUNCATE audit.chains CASCADE",
        "UPDATE audit.chains SET last_number = 0",
        "DELETE FROM audit.chains"
      })
  void theDatabaseRefusesToForget(String sql) {
    open("7");

    assertThatThrownBy(() -> module.execute(sql)).hasStackTraceContaining("append-only");
    assertThat(verify().isIntact()).isTrue();
  }

  @Test
  void theDatabaseTakesNoEventThatContinuesNothing() {
    open("7");

    assertThatThrownBy(() ->
            module.execute(
                """
                INSERT INTO audit.events
                  (id, chain, number, tenant, actor, action, object_type, object, details, at,
                   previous_hash, hash)
                SELECT gen_random_uuid(), chain, number + 1, tenant, actor, action, object_type,
                       object, details, at, 'x', 'y'
                FROM audit.events
                WHERE chain <> 'root'
                """))
        .hasStackTraceContaining("does not continue its chain");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE audit.events SET actor = 'bob' WHERE number = 3 AND chain <> 'root' | ALTERED | 3",
        "UPDATE audit.events SET tenant = 't-1an', actor = 'na' WHERE number = 3 AND chain <>"
            + " 'root' | ALTERED | 3",
        "UPDATE audit.events SET request_id = '' WHERE number = 3 AND chain <> 'root' | ALTERED |"
            + " 3",
        "UPDATE audit.events SET at = at + INTERVAL '1 microsecond' WHERE number = 3 AND chain <>"
            + " 'root' | ALTERED | 3",
        "DELETE FROM audit.events WHERE number = 3 AND chain <> 'root' | MISSING | 3",
        "DELETE FROM audit.events WHERE number = 1 AND chain <> 'root' | MISSING | 1",
        "DELETE FROM audit.events WHERE number = 5 AND chain <> 'root' | TRUNCATED | 5",
        "DELETE FROM audit.events WHERE chain <> 'root' | TRUNCATED | 5",
        "UPDATE audit.chains SET last_hash = 'x' WHERE chain <> 'root' | END_ALTERED | 5",
        "DELETE FROM audit.chains WHERE chain <> 'root' | END_MISSING | 0"
      })
  void whoGetsPastTheTriggersIsNoticed(String sql, Break reason, long number) {
    IntStream.range(0, 5).forEach(_ -> open("7"));

    tamper(sql);

    var broken = verify().broken();
    assertThat(broken).hasSize(1);
    assertThat(broken.getFirst().reason()).isEqualTo(reason);
    assertThat(broken.getFirst().number()).isEqualTo(number);
    assertThat(broken.getFirst().chain()).startsWith("tenant/t-1/");
  }

  @Test
  void aWholeChainThatVanishedIsNoticed() {
    open("7");

    tamper("DELETE FROM audit.events WHERE chain <> 'root'");
    tamper("DELETE FROM audit.chains WHERE chain <> 'root'");

    assertThat(verify().broken()).extracting(BrokenLink::reason).containsExactly(Break.END_MISSING);
  }

  @Test
  void theListIsNewestFirstAndGoesOnWithoutGap() {
    IntStream.range(0, 7).forEach(i -> open("door-" + i));
    var view = module.bean(ViewAudit.class);

    var seen = new ArrayList<AuditedEvent>();
    var place = TimeCursor.LAST;
    for (var page = view.newestFirst(doors(), place, 3);
        !page.isEmpty();
        page = view.newestFirst(doors(), place, 3)) {
      seen.addAll(page);
      place = page.getLast().place();
    }

    assertThat(new HashSet<>(seen)).hasSize(7).hasSameSizeAs(seen);
  }

  @Test
  void aVerificationThatRunsOutOfTimeGoesOnLater() {
    IntStream.range(0, 40).forEach(i -> open("door-" + i));
    var verify = module.bean(VerifyAudit.class);

    var first = verify.verify(Duration.ofSeconds(-1), null);
    var rest = verify.verify(Duration.ofMinutes(1), first.goOnAfter());

    assertThat(first.chains()).isEqualTo(1);
    assertThat(first.goOnAfter()).isNotNull();
    assertThat(rest.chains()).isEqualTo(16);
    assertThat(rest.goOnAfter()).isNull();
  }

  @Test
  void aBreakIsKnownUntilItsChainIsSeenWhole() {
    IntStream.range(0, 40).forEach(i -> open("door-" + i));
    var watch = module.bean(WatchChains.class);
    tamper("UPDATE audit.events SET actor = 'bob' WHERE object = 'door-7'");

    assertThat(watch.look(Duration.ofMinutes(1))).isEqualTo(1);
    assertThat(watch.look(Duration.ofSeconds(-1))).as("another chain").isEqualTo(1);
    assertThat(watch.broken()).isEqualTo(1);

    tamper("UPDATE audit.events SET actor = 'anna' WHERE object = 'door-7'");
    assertThat(watch.look(Duration.ofMinutes(1))).isZero();
  }

  @Test
  void looksInShortStepsComeToEveryChain() {
    IntStream.range(0, 40).forEach(i -> open("door-" + i));
    var watch = module.bean(WatchChains.class);
    tamper("UPDATE audit.events SET actor = 'bob' WHERE object = 'door-7'");
    tamper(
        "DELETE FROM audit.chains WHERE chain <> (SELECT chain FROM audit.events WHERE object ="
            + " 'door-7' AND chain <> 'root') AND chain <> 'root'");

    IntStream.range(0, 3).forEach(_ -> watch.look(Duration.ofSeconds(-1)));

    assertThat(watch.broken()).isEqualTo(16);
  }

  private static AuditFilter doors() {
    return new AuditFilter(null, "anna", null, "door", null, ALL.from(), ALL.to());
  }

  private java.util.List<AuditedEvent> newest() {
    return module.bean(ViewAudit.class).newestFirst(doors(), TimeCursor.LAST, 10);
  }

  private Object open(String door) {
    return audit.append(
        AuditEvent.of(ANNA, "door.opened", new AuditedObject("door", door), Map.of()));
  }

  private AuditVerification verify() {
    return module.bean(VerifyAudit.class).verify(Duration.ofMinutes(1), null);
  }

  /** As a superuser can. */
  private void tamper(String sql) {
    module.execute("SET session_replication_role = replica; " + sql);
  }
}

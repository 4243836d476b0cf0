package gantry.tokenscan;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.Eventually;
import gantry.testing.RedisServer;
import gantry.tokenscan.facts.Token;
import gantry.tokenscan.judgement.Flag;
import gantry.tokenscan.judgement.Level;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Two instances of the function that share a Redis server. */
@TestInstance(Lifecycle.PER_CLASS)
class SharedEvidenceTest {
  private static final String PATH = "/api/v1/token_security/10";
  private static final String EXAMPLE = "0xf6ada9364b7d5d1836d2b7dad9320c921c31399b";
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Map<String, Object> REMEMBERING =
      Map.of("token-scan.cache.complete", "PT1M", "token-scan.cache.incomplete", "PT1M");

  private final List<ApplicationContext> started = new ArrayList<>();
  private Stubs stubs;
  private AssessToken here;
  private AssessToken there;
  private Token token;

  @BeforeAll
  void start() {
    stubs = new Stubs();
    here = instance(REMEMBERING);
    there = instance(REMEMBERING);
    token = newToken();
    ask(here); // The first call loads the clients; the others have three seconds.
    ask(there);
  }

  @BeforeEach
  void forget() {
    stubs.reset();
    token = newToken();
  }

  @AfterAll
  void stop() {
    started.forEach(ApplicationContext::close);
    stubs.close();
  }

  @Test
  void whatOneHasAskedTheOthersKnow() {
    whereRedisAnswersInTime(() -> {
      answers();

      var first = ask(here);
      var second = ask(there);

      assertThat(first.cached()).isFalse();
      assertThat(second.cached()).isTrue();
      assertThat(second.checkedAt()).isEqualTo(first.checkedAt());
      assertThat(second.findings()).isEqualTo(first.findings());
      assertThat(stubs.requests(PATH)).isEqualTo(1);
    });
  }

  @Test
  void ofAllWhoAskAtOnceOneAsksTheSource() {
    whereRedisAnswersInTime(() -> {
      var slow = okJson(clean()).withFixedDelay(300);
      stubs.server.stubFor(get(urlPathEqualTo(PATH)).atPriority(1).willReturn(slow));

      assertThat(twentyAsk()).extracting(RiskView::level).containsOnly(Level.LOW);
      assertThat(stubs.requests(PATH)).isEqualTo(1);
    });
  }

  private List<RiskView> twentyAsk() {
    var asking = new ArrayList<Future<RiskView>>();
    try (var threads = Executors.newFixedThreadPool(20)) {
      for (var i = 0; i < 20; i++) {
        var instance = i % 2 == 0 ? here : there;
        asking.add(threads.submit(() -> ask(instance)));
      }
    }
    return asking.stream().map(Future::resultNow).toList();
  }

  /**
   * An instance that Redis answers late asks the source itself: then once more, of another token.
   */
  private void whereRedisAnswersInTime(Runnable together) {
    try {
      together.run();
    } catch (AssertionError _) {
      forget();
      together.run();
    }
  }

  @Test
  void anIncompleteAnswerIsForgottenSooner() {
    var hasty = instance(Map.of("token-scan.cache.complete", "PT1M"));
    stubs.goPlus("10", "{\"code\":2}");
    assertThat(ask(hasty).level()).isEqualTo(Level.UNKNOWN);

    answers();

    Eventually.within(SOON, () -> assertThat(ask(hasty).level()).isEqualTo(Level.LOW));
    assertThat(ask(hasty).cached()).isTrue();
  }

  @Test
  void whatASourceSaidLastStandsInForItWithItsAge() {
    var forgetful = instance(Map.of());
    answers();
    var known = ask(forgetful);
    fails();

    var risk = askAnew(forgetful);

    assertThat(risk.level()).isEqualTo(known.level());
    assertThat(risk.cached()).isFalse();
    assertThat(risk.checkedAt()).isEqualTo(known.checkedAt());
    assertThat(risk.sources())
        .extracting(RiskView.Asked::status)
        .containsExactly("UNAVAILABLE", "LAST_ANSWER");
    assertThat(risk.findings())
        .filteredOn(found -> found.flag() == Flag.LAST_ANSWER)
        .extracting(RiskView.Found::evidence)
        .containsExactly("0 minutes old");
    assertThat(ask(forgetful).level()).isEqualTo(known.level());
  }

  @Test
  void anAnswerThatIsTooOldStandsInForNothing() {
    var forgetful = instance(Map.of("token-scan.cache.last", "PT0.001S"));
    answers();
    ask(forgetful);
    fails();

    assertThat(askAnew(forgetful).level()).isEqualTo(Level.UNKNOWN);
  }

  @Test
  void whatASourceNoLongerKnowsIsNotRecalled() {
    var forgetful = instance(Map.of());
    answers();
    ask(forgetful);
    stubs.reset();
    assertThat(askAnew(forgetful).level()).isEqualTo(Level.UNKNOWN);
    fails();

    assertThat(askAnew(forgetful).level()).isEqualTo(Level.UNKNOWN);
  }

  @Test
  void aSourceThatHangsIsAnsweredWithout() {
    var hasty = instance(Map.of("token-scan.patience", "PT0.3S"));
    stubs.server.stubFor(
        get(urlPathEqualTo(PATH)).atPriority(1).willReturn(okJson(clean()).withFixedDelay(20_000)));

    var risk = ask(hasty);

    assertThat(risk.level()).isEqualTo(Level.UNKNOWN);
    assertThat(risk.sources()).extracting(RiskView.Asked::status).containsExactly("UNAVAILABLE");
  }

  @Test
  void allInstancesKeepToOnePace() {
    var slow =
        Map.<String, Object>of(
            "goplus.at-once", 1, "goplus.per-minute", 1, "redis.url", url() + "/1");
    answers();
    ask(instance(slow));

    // One whose Redis does not answer in time has a share of its own; the next has not.
    Eventually.within(
        SOON,
        () -> {
          token = newToken();
          answers();
          assertThat(ask(instance(slow)).sources())
              .extracting(RiskView.Asked::status)
              .containsExactly("THROTTLED");
        });
  }

  private AssessToken instance(Map<String, Object> more) {
    var settings = new HashMap<>(stubs.settings());
    settings.put("redis.url", url());
    settings.putAll(more);
    var context = ApplicationContext.run(settings);
    started.add(context);
    return context.getBean(AssessToken.class);
  }

  private RiskView ask(AssessToken instance) {
    var known = new AskedToken.Known(token);
    return instance.assess(known).getFirst();
  }

  /** Past the millisecond for which a forgetful instance remembers. */
  private RiskView askAnew(AssessToken instance) {
    var answer = new AtomicReference<RiskView>();
    Eventually.within(
        SOON,
        () -> {
          answer.set(ask(instance));
          assertThat(answer.get().cached()).isFalse();
        });
    return answer.get();
  }

  private void answers() {
    stubs.goPlus("10", clean());
  }

  private void fails() {
    stubs.server.stubFor(get(urlPathEqualTo(PATH)).atPriority(1).willReturn(serverError()));
  }

  private String clean() {
    return Document.named("goplus/clean").text().replace(EXAMPLE, token.address());
  }

  private static Token newToken() {
    var address = "0x" + UUID.randomUUID().toString().replace("-", "") + "00000000";
    return new Token("eip155:10", address);
  }

  private static String url() {
    return RedisServer.shared().url();
  }
}

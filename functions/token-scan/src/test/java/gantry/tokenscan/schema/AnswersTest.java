package gantry.tokenscan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.tokenscan.Document;
import gantry.tokenscan.facts.Holding;
import gantry.tokenscan.facts.Silence;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Statement.Silent;
import gantry.tokenscan.facts.Token;
import gantry.tokenscan.facts.Topic;
import gantry.tokenscan.facts.Truth;
import gantry.tokenscan.facts.Warning;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String EXAMPLE = "0xf6ada9364b7d5d1836d2b7dad9320c921c31399b";
  private static final String MINT = "92ZRdYx8J4VFE3VteyNDKzd9Lo1sTSuDfVpLPQX9MUfA";
  private static final Token TOKEN = new Token("eip155:8453", EXAMPLE);
  private static final Token SOLANA = new Token("solana:mainnet", MINT);

  @ParameterizedTest
  @CsvSource({
    "2, STILL_ANALYSING",
    "2018, UNSUPPORTED_CHAIN",
    "2020, NOT_A_CONTRACT",
    "2021, NOT_FOUND",
    "4029, THROTTLED",
    "4010, UNAVAILABLE",
    "5000, UNAVAILABLE",
    "2004, UNAVAILABLE",
    "77, UNAVAILABLE"
  })
  void goPlusSaysInTheBodyWhatBecameOfTheCall(int code, Silence why) {
    assertThat(goPlus(Document.named("goplus/clean").with(code, "code"))).isEqualTo(why);
  }

  @Test
  void anEmptyResultKnowsNoSuchToken() {
    assertThat(goPlus(Document.named("goplus/clean").with(Map.of(), "result")))
        .isEqualTo(Silence.NOT_FOUND);
    assertThat(goPlus(Document.named("goplus/clean").with(null, "result")))
        .isEqualTo(Silence.NOT_FOUND);
    assertThat(goPlus(Document.named("goplus/clean").with(Map.of(), "result", EXAMPLE)))
        .isEqualTo(Silence.NOT_FOUND);
  }

  @Test
  void anAnswerAboutAnotherTokenIsNone() {
    assertThat(goPlus(Document.named("goplus/usdt"))).isEqualTo(Silence.UNAVAILABLE);
    assertThat(goPlus(Document.named("goplus/clean").without("result")))
        .isEqualTo(Silence.UNAVAILABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"address", "chain"})
  void honeypotsAnswerMustBeAboutTheToken(String what) {
    var clean = Document.named("honeypot/clean");
    var other =
        what.equals("chain")
            ? clean.with("1", "chain", "id")
            : clean.with("0x5555555555555555555555555555555555555555", "token", "address");

    assertThat(HoneypotAnswer.read(other.json(), TOKEN, NOW)).isInstanceOf(Silent.class);
  }

  @Test
  void honeypotsTaxesArePercent() {
    var facts = honeypot(Document.named("honeypot/clean"));

    assertThat(facts.facts().number(Topic.SELL_TAX).orElseThrow()).isEqualByComparingTo("0.03");
    assertThat(facts.facts().truth(Topic.HONEYPOT)).isEqualTo(Truth.NO);
  }

  @Test
  void aFailedSimulationSaysNothingAboutSelling() {
    var failed = honeypot(Document.named("honeypot/clean").with(false, "simulationSuccess"));

    assertThat(failed.facts().truth(Topic.HONEYPOT)).isEqualTo(Truth.UNKNOWN);
    assertThat(failed.facts().number(Topic.SELL_TAX)).isEmpty();
  }

  @Test
  void aSummaryThatSaysHoneypotIsEnough() {
    var trap = Document.named("honeypot/clean").with("honeypot", "summary", "risk");

    assertThat(honeypot(trap).facts().truth(Topic.HONEYPOT)).isEqualTo(Truth.YES);
  }

  @Test
  void aHoneypotIsOneAlsoWhereTheSimulationFailed() {
    var bySummary = Document.named("honeypot/clean").with("honeypot", "summary", "risk");
    var byResult = Document.named("honeypot/clean").with(true, "honeypotResult", "isHoneypot");

    for (var trap : List.of(bySummary, byResult)) {
      assertThat(honeypot(trap.with(false, "simulationSuccess")).facts().is(Topic.HONEYPOT))
          .isTrue();
      assertThat(honeypot(trap.without("simulationSuccess")).facts().is(Topic.HONEYPOT)).isTrue();
    }
  }

  @Test
  void aHighRiskIsAWarningAlsoWhereTheSimulationFailed() {
    var risky =
        Document.named("honeypot/clean")
            .with("very_high", "summary", "risk")
            .with(false, "simulationSuccess");

    assertThat(honeypot(risky).facts().warnings())
        .containsExactly(new Warning(Warning.Grade.DANGER, "risk very_high"));
  }

  @Test
  void rugChecksNullAuthorityIsRevokedAndAnAbsentOneUnknown() {
    var report = Document.named("rugcheck/clean");

    assertThat(rugCheck(report).facts().truth(Topic.MINTABLE)).isEqualTo(Truth.NO);
    assertThat(rugCheck(report.without("token", "mintAuthority")).facts().truth(Topic.MINTABLE))
        .isEqualTo(Truth.UNKNOWN);
    assertThat(rugCheck(report.with("abc", "token", "mintAuthority")).facts().truth(Topic.MINTABLE))
        .isEqualTo(Truth.YES);
  }

  @Test
  void rugChecksPoolsAreNoWallets() {
    var holders = rugCheck(Document.named("rugcheck/clean")).facts().holdings(Topic.HOLDERS);

    assertThat(holders.of(Holding.Kind.POOL)).hasSize(1);
    assertThat(holders.of(Holding.Kind.WALLET)).isEmpty();
  }

  @Test
  void rugChecksAnswerMustBeAboutTheMint() {
    var other = Document.named("rugcheck/clean").with("other", "mint");

    assertThat(RugCheckAnswer.read(other.json(), SOLANA, NOW)).isInstanceOf(Silent.class);
  }

  private static Silence goPlus(Document answer) {
    Statement said = GoPlusAnswer.read(answer.json(), TOKEN, NOW);
    return ((Silent) said).why();
  }

  private static Answered honeypot(Document answer) {
    return (Answered) HoneypotAnswer.read(answer.json(), TOKEN, NOW);
  }

  private static Answered rugCheck(Document answer) {
    return (Answered) RugCheckAnswer.read(answer.json(), SOLANA, NOW);
  }
}

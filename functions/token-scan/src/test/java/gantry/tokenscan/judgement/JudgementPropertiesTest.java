package gantry.tokenscan.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.tokenscan.facts.Facts;
import gantry.tokenscan.facts.Holding;
import gantry.tokenscan.facts.Holding.Kind;
import gantry.tokenscan.facts.Holdings;
import gantry.tokenscan.facts.Identity;
import gantry.tokenscan.facts.Source;
import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Token;
import gantry.tokenscan.facts.Topic;
import gantry.tokenscan.facts.Truth;
import gantry.tokenscan.lookalike.PinnedTokens;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class JudgementPropertiesTest {
  private static final Token TOKEN =
      new Token("eip155:1", "0xf6ada9364b7d5d1836d2b7dad9320c921c31399b");
  private static final Token PINNED =
      new Token("eip155:1", "0xdac17f958d2ee523a2206206994597c13d831ec7");
  private static final JudgeToken JUDGE =
      new JudgeToken(PinnedTokens.bundled(), Thresholds.STANDARD);
  private static final Set<Topic> NUMBERS =
      EnumSet.of(Topic.SELL_TAX, Topic.BUY_TAX, Topic.TRANSFER_TAX, Topic.LIQUIDITY);
  private static final Set<Topic> LISTS = EnumSet.of(Topic.HOLDERS, Topic.LIQUIDITY_HOLDERS);
  private static final Set<Topic> HARD =
      EnumSet.of(
          Topic.HONEYPOT,
          Topic.CANNOT_SELL,
          Topic.FAKE_TOKEN,
          Topic.AIRDROP_SCAM,
          Topic.RUGGED,
          Topic.NON_TRANSFERABLE,
          Topic.FROZEN_BY_DEFAULT,
          Topic.BALANCE_MUTABLE,
          Topic.MALICIOUS_CREATOR,
          Topic.HIDDEN_OWNER,
          Topic.OWNERSHIP_RECLAIMABLE,
          Topic.SELF_DESTRUCT,
          Topic.NOT_VERIFIED,
          Topic.TRANSFER_HOOK);
  private static final Set<Topic> GOOD_WHEN_YES =
      EnumSet.of(Topic.OWNER_GONE, Topic.TRADED, Topic.TRUSTED);

  @Property(tries = 2_000)
  void whatIsUnknownIsNeverBetterThanGoodNews(@ForAll("facts") Facts facts, @ForAll Topic topic) {
    assertThat(level(TOKEN, without(facts, topic)))
        .isGreaterThanOrEqualTo(level(TOKEN, good(facts, topic)));
  }

  @Property(tries = 2_000)
  void aHardFindingNeverLowersTheLevelHoweverLittleIsKnown(
      @ForAll("sparse") Facts facts, @ForAll("hard") Hard hard) {
    var without = without(without(facts, Topic.TRUSTED), hard.topic());
    var worse = hard.addedTo(without);

    assertThat(level(TOKEN, worse)).isGreaterThanOrEqualTo(level(TOKEN, without));
    assertThat(level(TOKEN, worse)).isGreaterThanOrEqualTo(Level.HIGH);
  }

  /** A medium one can: it may be the last answer that was missing. */
  @Property(tries = 2_000)
  void whereMostIsKnownAYesToABadQuestionNeverLowersTheLevel(
      @ForAll("facts") Facts facts, @ForAll("bad") Topic topic) {
    var worse = facts.toBuilder().truth(topic, Truth.YES).build();
    var without = without(facts, topic);

    assertThat(level(TOKEN, worse)).isGreaterThanOrEqualTo(level(TOKEN, without));
    assertThat(level(PINNED, worse)).isGreaterThanOrEqualTo(level(PINNED, without));
  }

  @Property(tries = 1_000)
  void anotherSourceNeverMakesATrapHarmless(
      @ForAll("facts") Facts facts, @ForAll("facts") Facts other) {
    var alone = level(TOKEN, facts);
    var both =
        JUDGE.judge(TOKEN, List.of(said(Source.GOPLUS, facts), said(Source.HONEYPOT_IS, other)));

    if (alone == Level.CRITICAL) {
      assertThat(both.level()).isEqualTo(Level.CRITICAL);
    }
  }

  @Property(tries = 1_000)
  void theOrderOfFindingsDoesNotMatter(@ForAll("facts") Facts facts, @ForAll Random random) {
    var judged = JUDGE.judge(TOKEN, List.of(said(Source.GOPLUS, facts)));
    var shuffled = new ArrayList<>(judged.findings());
    Collections.shuffle(shuffled, random);

    var again =
        new Assessment(
            TOKEN, judged.identity(), shuffled, judged.completeness(), judged.statements());

    assertThat(again).isEqualTo(judged);
    assertThat(again.score()).isEqualTo(judged.score());
  }

  @Property(tries = 1_000)
  void aScoreLiesInsideItsLevel(@ForAll("facts") Facts facts) {
    var judged = JUDGE.judge(TOKEN, List.of(said(Source.GOPLUS, facts)));

    switch (judged.level()) {
      case LOW -> assertThat(judged.score().orElseThrow()).isBetween(0, 24);
      case MEDIUM -> assertThat(judged.score().orElseThrow()).isBetween(25, 49);
      case UNKNOWN -> assertThat(judged.score()).isEmpty();
      case HIGH -> assertThat(judged.score().orElseThrow()).isBetween(50, 79);
      case CRITICAL -> assertThat(judged.score().orElseThrow()).isBetween(80, 100);
    }
  }

  @Property(tries = 1_000)
  void reassuranceIsOnlyGivenWhereASourceGaveIt(@ForAll("facts") Facts facts) {
    var judged = JUDGE.judge(TOKEN, List.of(said(Source.GOPLUS, facts)));

    assertThat(judged.findings().stream().anyMatch(f -> f.flag() == Flag.NOT_A_HONEYPOT))
        .isEqualTo(facts.isNot(Topic.HONEYPOT));
  }

  @Provide
  Arbitrary<Topic> bad() {
    var bad = EnumSet.allOf(Topic.class);
    bad.removeAll(NUMBERS);
    bad.removeAll(LISTS);
    bad.removeAll(GOOD_WHEN_YES);
    return Arbitraries.of(bad);
  }

  @Provide
  Arbitrary<Hard> hard() {
    return Arbitraries.oneOf(
        Arbitraries.of(HARD).map(topic -> new Hard(topic, "yes")),
        hard(Topic.SELL_TAX, "0.1", "0.5", "1", "7"),
        hard(Topic.BUY_TAX, "0.1", "1"),
        hard(Topic.TRANSFER_TAX, "0.1", "1"),
        hard(Topic.LIQUIDITY, "0", "999.99"),
        hard(Topic.HOLDERS, "0.51", "1.2"),
        hard(Topic.LIQUIDITY_HOLDERS, "0.51", "1.2"));
  }

  private static Arbitrary<Hard> hard(Topic topic, String... values) {
    return Arbitraries.of(values).map(value -> new Hard(topic, value));
  }

  /** What alone makes a level HIGH at least, where no trust softens it. */
  record Hard(Topic topic, String value) {
    Facts addedTo(Facts facts) {
      var more = facts.toBuilder();
      if (NUMBERS.contains(topic)) {
        return more.number(topic, decimal(value)).build();
      }
      return LISTS.contains(topic)
          ? more.holdings(topic, wallet(value)).build()
          : more.truth(topic, Truth.YES).build();
    }
  }

  /** Around the least that must be known, too. */
  @Provide
  Arbitrary<Facts> sparse() {
    return facts(
        Arbitraries.frequency(
            Tuple.of(12, Truth.NO), Tuple.of(1, Truth.YES), Tuple.of(12, Truth.UNKNOWN)));
  }

  /** Mostly clean: of nothing but random answers nearly every token is a trap. */
  @Provide
  Arbitrary<Facts> facts() {
    return facts(
        Arbitraries.frequency(
            Tuple.of(30, Truth.NO), Tuple.of(1, Truth.YES), Tuple.of(4, Truth.UNKNOWN)));
  }

  private static Arbitrary<Facts> facts(Arbitrary<Truth> truth) {
    var truths = truth.list().ofSize(Topic.values().length);
    var numbers =
        Arbitraries.of("0", "0.01", "0.06", "0.2", "0.7", "2000", "90000", "").list().ofSize(4);
    var shares = Arbitraries.of("0.1", "0.3", "0.6", "1.1", "").list().ofSize(2);
    return Combinators.combine(truths, numbers, shares).as(JudgementPropertiesTest::facts);
  }

  private static Facts facts(List<Truth> truths, List<String> numbers, List<String> shares) {
    var facts = new Facts.Builder();
    var truthsLeft = truths.iterator();
    for (var topic : Topic.values()) {
      var truth = truthsLeft.next();
      if (!NUMBERS.contains(topic) && !LISTS.contains(topic)) {
        facts.truth(topic, GOOD_WHEN_YES.contains(topic) ? truth.not() : truth);
      }
    }
    var number = numbers.iterator();
    NUMBERS.forEach(topic -> facts.number(topic, decimal(number.next())));
    var share = shares.iterator();
    LISTS.forEach(topic -> facts.holdings(topic, wallet(share.next())));
    return facts.build();
  }

  private static Optional<BigDecimal> decimal(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
  }

  private static Holdings wallet(String share) {
    return decimal(share)
        .map(part -> new Holdings(List.of(new Holding("0x5", part, Kind.WALLET))))
        .orElse(Holdings.UNKNOWN);
  }

  private static Facts without(Facts facts, Topic topic) {
    return facts.toBuilder()
        .truth(topic, Truth.UNKNOWN)
        .number(topic, Optional.empty())
        .holdings(topic, Holdings.UNKNOWN)
        .build();
  }

  private static Facts good(Facts facts, Topic topic) {
    var builder = without(facts, topic).toBuilder();
    if (NUMBERS.contains(topic)) {
      var best = topic == Topic.LIQUIDITY ? "1000000" : "0";
      return builder.number(topic, Optional.of(new BigDecimal(best))).build();
    }
    return LISTS.contains(topic)
        ? builder.holdings(topic, wallet("0.01")).build()
        : builder.truth(topic, Truth.of(GOOD_WHEN_YES.contains(topic))).build();
  }

  private static Level level(Token token, Facts facts) {
    return JUDGE.judge(token, List.of(said(Source.GOPLUS, facts))).level();
  }

  private static Answered said(Source source, Facts facts) {
    return new Answered(source, Instant.EPOCH, Identity.NONE, facts);
  }
}

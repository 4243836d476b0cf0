package gantry.fakefollowers.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import gantry.fakefollowers.classic.ScoreClassic;
import gantry.fakefollowers.names.KnownNames;
import gantry.fakefollowers.script.PlainText;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gantry's own verdict; the numbers are those of the original's faults that it does not have. */
class ScoreFollowerTest {
  private static final KnownNames NAMES = KnownNames.shipped();
  private static final ScoreFollower SCORER = new ScoreFollower(NAMES);

  @Test
  void reasonsAndBaselineAddUpToTheProbability() {
    var score = score("xkqzwv77", "Priya Sharma");

    var sum = score.reasons().stream().mapToDouble(Reason::contribution).sum();
    var baseline = AdditiveModel.shipped().handleIntercept();
    assertThat(baseline + sum).isCloseTo(score.logOdds(), within(0.002));
    assertThat(1 / (1 + Math.exp(-score.logOdds()))).isCloseTo(score.probability(), within(0.0001));
    assertThat(score.reasons()).isSortedAccordingTo(Reason.STRONGEST_FIRST);
    assertThat(score.model()).isEqualTo("2026-11-22");
  }

  @Test
  void countsDecideWhereTheyAreGiven() {
    var bought = new Follower("rahul.sharma", "Rahul Sharma", 3L, 7000L, 0L, false, true, 0);
    var known = new Follower("rahul.sharma", "Rahul Sharma", 400L, 350L, 90L, true, false, 70);

    assertThat(SCORER.score(bought).verdict()).isEqualTo(Verdict.FAKE);
    assertThat(SCORER.score(known).verdict()).isEqualTo(Verdict.REAL);
    assertThat(SCORER.score(bought).reasons())
        .extracting(Reason::feature)
        .contains("followingPerFollower", "similarity");
  }

  @Test
  void oneCountAloneIsUsed() {
    var follower = new Follower("rahul.sharma", "", null, null, 0L, null, null, null);

    assertThat(SCORER.score(follower).reasons()).extracting(Reason::feature).contains("posts");
  }

  /** Of the accounts that the model was fitted on, 86 and 11 in a hundred. */
  @ParameterizedTest
  @CsvSource({"false, 0.86", "true, 0.11"})
  void oneCountAloneSaysWhatItIsWorth(boolean hasPicture, double fakes) {
    var follower = new Follower("😀", "", null, null, null, hasPicture, null, null);

    assertThat(SCORER.score(follower).probability()).isCloseTo(fakes, within(0.01));
  }

  @Test
  void theMoreCountsAreKnownTheLessTheHandleDecides() {
    var handle = "xkqzwvtrplmnb";
    var one = new Follower(handle, "", null, null, null, true, null, null);
    var most = new Follower(handle, "", 400L, 350L, 90L, true, null, null);

    assertThat(SCORER.score(one).verdict()).isEqualTo(Verdict.FAKE);
    assertThat(SCORER.score(one).probability()).isLessThan(score(handle, "").probability());
    assertThat(SCORER.score(most).verdict()).isEqualTo(Verdict.REAL);
  }

  @Test
  void theReasonsAddUpBesideSomeCountsToo() {
    var some = new Follower("😀", "", 3L, null, 0L, null, null, null);
    var model = AdditiveModel.shipped();

    var score = SCORER.score(some);

    var sum = score.reasons().stream().mapToDouble(Reason::contribution).sum();
    var baseline = model.profileBase() + model.scale(new KnownCounts(0b101)).shift();
    assertThat(baseline + sum).isCloseTo(score.logOdds(), within(0.002));
  }

  /** Fault 1. */
  @Test
  void ofALongNameSeveralWordsAreComparedTogether() {
    assertThat(NameMatch.of("kumarsharmajiverma", "rahul kumar sharma ji verma")).isEqualTo(100);
    assertThat(NameMatch.of("sharmakumarrahulji", "rahul kumar sharma ji verma")).isEqualTo(100);
  }

  /** Faults 2 and 3: the worse the match, the more lenient the original was. */
  @Test
  void digitsCountWhateverTheMatch() {
    var plain = values("abcd", "Priya Sharma");
    var many = values("abcd88137", "Priya Sharma");

    assertThat(many.get(Feature.HANDLE_DIGITS)).isEqualTo(5);
    assertThat(plain.get(Feature.HANDLE_DIGITS)).isZero();
    assertThat(values("xxxx", "Priya").get(Feature.SIMILARITY)).isZero();
    assertThat(score("xxxx", "Priya").reasons()).extracting(Reason::feature).contains("similarity");
  }

  /** Fault 4. */
  @ParameterizedTest
  @CsvSource({"'',''", "' ',' '", "😀,♡", "'\u200B','\u0301'"})
  void whereNothingIsKnownNothingIsSaid(String handle, String name) {
    assertThat(score(handle, name).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(NameMatch.of("", "")).isZero();
  }

  /** Faults 5 and 6. */
  @ParameterizedTest
  @ValueSource(strings = {"Rakesh V", "V Rakesh", "Zz Qq Xx Rakesh"})
  void theBestWordOfANameCountsWhereverItStands(String name) {
    assertThat(score("someone", name).name().lexiconScore()).isEqualTo(100);
  }

  /** Fault 7. */
  @Test
  void aDottedHandleIsNoVerdict() {
    var own = score("official.dhaval", "Dhaval");
    var foreign = values("qwx.zzk", "Priya Sharma");

    assertThat(own.verdict()).isNotEqualTo(Verdict.FAKE);
    assertThat(foreign.get(Feature.SIMILARITY)).isLessThan(30);
  }

  /** Faults 9 and 10: a script is no evidence, and styled handles are read. */
  @ParameterizedTest
  @CsvSource({
    "Иван Петров, Ivan Petrov",
    "さくら, sakura",
    "Γιώργος, Giorgos",
    "𝓡𝓪𝓱𝓾𝓵, Rahul",
    "ⓡⓐⓗⓤⓛ, rahul",
    "🅡🅐🅗🅤🅛, rahul",
    "🄿🅁🄸🅈🄰, PRIYA",
    "ＲＡＨＵＬ, RAHUL",
    "ᴘʀɪʏᴀ, priya",
    "lnɥɐɹ, rahul"
  })
  void whateverTheWritingTheHandleIsRead(String styled, String plain) {
    assertThat(PlainText.of(styled).strip()).isEqualTo(plain);
    assertThat(score(styled, "Rahul").verdict()).isEqualTo(score(plain, "Rahul").verdict());
  }

  /** Faults 11 and 12. */
  @ParameterizedTest
  @CsvSource({"gyanesh, ज्ञानेश", "ravirahulkumar, ரவி राहुल Kumar", "doktar, डॉक्टर"})
  void scriptsAreReadWordByWord(String handle, String name) {
    assertThat(values(handle, name).get(Feature.SIMILARITY)).isEqualTo(100);
  }

  /** Fault 13. */
  @Test
  void decorationIsNoPartOfAName() {
    assertThat(values("priya", "♡Priya♡").get(Feature.SIMILARITY)).isEqualTo(100);
    assertThat(values("priya", "P\u200Br\u200Di\u0301\u0489ya 😀🔥").get(Feature.SIMILARITY))
        .isEqualTo(100);
    assertThat(score("wangwei", "王伟").name().lexiconScore()).isLessThan(80);
  }

  @Test
  void equalNamesAndHandlePatternsAreEvidence() {
    var score = score("abc", "Priya Sharma");

    var often = score.with(new Duplicates(3, 3));

    assertThat(often.probability()).isGreaterThan(score.probability());
    assertThat(often.reasons())
        .extracting(Reason::feature)
        .contains("duplicateName", "duplicateHandlePattern");
    assertThat(Duplicates.handleKey("Bot_12_x7")).isEqualTo(Duplicates.handleKey("bot_9_x123"));
    assertThat(Duplicates.nameKey("𝓡ahul  KUMAR!")).isEqualTo(Duplicates.nameKey("rahul kumar"));
  }

  @ParameterizedTest
  @CsvSource({"3, 0", "4, 1", "5, 1", "6, 2", "10, 2", "11, 3", "1000000, 3"})
  void evidenceGrowsBeyondThreeFiveAndTen(int members, int level) {
    assertThat(Duplicates.level(members)).isEqualTo(level);
  }

  @Test
  void whateverIsWrittenIsScored() {
    var random = new Random(7);
    var classic = new ScoreClassic(NAMES.own());

    for (var i = 0; i < 3000; i++) {
      var handle = anything(random, 100);
      var name = anything(random, 200);
      assertThatCode(
              () -> {
                var score = score(handle, name);
                assertThat(score.probability()).isBetween(0.0, 1.0);
                assertThat(classic.score(handle, name).similarity()).isBetween(0.0, 100.0);
              })
          .as(() -> handle + " | " + name)
          .doesNotThrowAnyException();
    }
  }

  /** Letters that stand for eighteen made one follower cost seven seconds. */
  @ParameterizedTest
  @ValueSource(strings = {"ﷺ", "ﷻ ", "㌀", "ab", "a ", "ababab ", "ज्ञा", "王"})
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void nobodysNameKeepsTheOthersWaiting(String piece) {
    var handle = piece.repeat(100).substring(0, 100);
    var name = piece.repeat(200).substring(0, 200);
    var classic = new ScoreClassic(NAMES.own());

    for (var i = 0; i < 50; i++) {
      assertThat(score(handle, name).model()).isNotEmpty();
      assertThat(classic.score(handle, name).cleanedHandle()).isNotNull();
    }
  }

  private static String anything(Random random, int longest) {
    var block = random.nextInt(0x1100) << 8;
    var text = new StringBuilder();
    while (text.length() < random.nextInt(longest - 1)) {
      var wide = random.nextInt(4) == 0 ? random.nextInt(0x110000) : block + random.nextInt(0x100);
      text.appendCodePoint(Character.getType(wide) == Character.SURROGATE ? ' ' : wide);
    }
    return text.toString();
  }

  private static FollowerScore score(String handle, String name) {
    return SCORER.score(Follower.named(handle, name));
  }

  private static FeatureValues values(String handle, String name) {
    return ReadFeatures.of(Follower.named(handle, name), PlainText.of(name));
  }
}

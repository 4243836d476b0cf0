package gantry.tokenscan.judgement;

import gantry.tokenscan.facts.Facts;
import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Topic;
import gantry.tokenscan.facts.Truth;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Where two sources contradict each other. The worse of both counts; this only tells. */
final class Disagreements {
  /** Two simulations differ by this much without anybody being wrong. */
  private static final BigDecimal TOLERANCE = new BigDecimal("0.05");

  private static final List<Topic> TAXES =
      List.of(Topic.SELL_TAX, Topic.BUY_TAX, Topic.TRANSFER_TAX);

  private Disagreements() {}

  static List<Finding> of(List<Answered> answered) {
    return answered.stream()
        .flatMap(one ->
            answered.stream()
                .filter(other -> one.source().compareTo(other.source()) < 0)
                .flatMap(other -> between(one, other)))
        .toList();
  }

  private static Stream<Finding> between(Answered one, Answered other) {
    var truths =
        one.facts().known().stream()
            .filter(topic -> contradict(one.facts().truth(topic), other.facts().truth(topic)));
    var taxes = TAXES.stream().filter(topic -> differ(topic, one.facts(), other.facts()));
    return Stream.concat(truths, taxes)
        .map(topic ->
            Rule.own(
                Flag.SOURCES_DISAGREE,
                Severity.INFO,
                "Two sources contradict each other; the worse counts.",
                topic.label() + ": " + one.source().label() + ", " + other.source().label()));
  }

  private static boolean contradict(Truth one, Truth other) {
    return one != Truth.UNKNOWN && other == one.not();
  }

  private static boolean differ(Topic topic, Facts one, Facts other) {
    var first = one.number(topic);
    var second = other.number(topic);
    return first.isPresent()
        && second.isPresent()
        && first.get().subtract(second.get()).abs().compareTo(TOLERANCE) > 0;
  }
}

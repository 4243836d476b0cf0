package gantry.tokenscan.judgement;

import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Topic;
import java.util.stream.Stream;

/** A question whose yes is a finding. */
record YesRule(Topic topic, Flag flag, Severity severity, String detail) implements Rule {
  @Override
  public Stream<Finding> findings(Answered said) {
    return said.facts().is(topic) ? Stream.of(finding(said)) : Stream.empty();
  }

  Finding finding(Answered said) {
    return new Finding(
        flag, severity, detail, new Finding.Basis(said.source(), topic.label() + ": yes"));
  }
}

package gantry.tokenscan.judgement;

import gantry.tokenscan.facts.Source;
import gantry.tokenscan.facts.Statement.Answered;
import java.util.stream.Stream;

/** Finds something in what one source says. What is unknown it passes over in silence. */
@FunctionalInterface
interface Rule {
  Stream<Finding> findings(Answered said);

  /** A finding of ours that rests on more than one source, or on none. */
  static Finding own(Flag flag, Severity severity, String detail, String evidence) {
    return new Finding(flag, severity, detail, new Finding.Basis(Source.GANTRY, evidence));
  }
}

package gantry.tokenscan.judgement;

import gantry.tokenscan.facts.Source;

/** One thing that was found: what, how bad, what it means, what it rests on, and who says so. */
public record Finding(Flag flag, Severity severity, String detail, Basis basis) {
  /** What a finding rests on. */
  public record Basis(Source source, String evidence) {}

  public Source source() {
    return basis.source();
  }

  public String evidence() {
    return basis.evidence();
  }

  Finding as(Severity other) {
    return new Finding(flag, other, detail, basis);
  }
}

package gantry.tokenscan.judgement;

/** How bad a finding is, in rising order. Not knowing is worse than medium and better than high. */
public enum Severity {
  INFO,
  MEDIUM,
  UNKNOWN,
  HIGH,
  CRITICAL
}

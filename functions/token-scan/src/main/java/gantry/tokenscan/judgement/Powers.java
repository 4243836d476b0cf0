package gantry.tokenscan.judgement;

import gantry.tokenscan.facts.Facts;
import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Topic;
import java.util.List;
import java.util.stream.Stream;

/** What somebody can do to holders, as long as there is somebody. */
final class Powers implements Rule {
  private static final List<YesRule> RULES =
      List.of(
          power(
              Topic.OWNER_CHANGES_BALANCE,
              Flag.OWNER_CHANGES_BALANCE,
              Severity.HIGH,
              "The owner can change balances."),
          power(
              Topic.TAX_MODIFIABLE,
              Flag.TAX_MODIFIABLE,
              Severity.HIGH,
              "Taxes can be raised at any time."),
          power(
              Topic.FREEZE_AUTHORITY,
              Flag.FREEZE_AUTHORITY,
              Severity.HIGH,
              "Somebody can freeze accounts."),
          power(Topic.MINTABLE, Flag.MINTABLE, Severity.MEDIUM, "New tokens can be made."),
          power(Topic.PAUSABLE, Flag.PAUSABLE, Severity.MEDIUM, "Transfers can be stopped."),
          power(Topic.BLACKLIST, Flag.BLACKLIST, Severity.MEDIUM, "Accounts can be shut out."),
          power(Topic.PROXY, Flag.PROXY, Severity.MEDIUM, "The code can be replaced."));

  /** Whether anybody is seen who could use a power. */
  private final boolean someoneIsSeen;

  Powers(List<Answered> all) {
    this.someoneIsSeen = all.stream().map(Answered::facts).anyMatch(Powers::showSomeone);
  }

  @Override
  public Stream<Finding> findings(Answered said) {
    var findings = RULES.stream().flatMap(rule -> rule.findings(said));
    return areInert(said.facts()) ? findings.map(finding -> finding.as(Severity.INFO)) : findings;
  }

  /** Only when this source knows all four, and no other one contradicts it. */
  private boolean areInert(Facts facts) {
    return !someoneIsSeen
        && facts.is(Topic.OWNER_GONE)
        && facts.isNot(Topic.HIDDEN_OWNER)
        && facts.isNot(Topic.OWNERSHIP_RECLAIMABLE)
        && facts.isNot(Topic.PROXY);
  }

  private static boolean showSomeone(Facts facts) {
    return facts.isNot(Topic.OWNER_GONE)
        || facts.is(Topic.HIDDEN_OWNER)
        || facts.is(Topic.OWNERSHIP_RECLAIMABLE)
        || facts.is(Topic.PROXY);
  }

  private static YesRule power(Topic topic, Flag flag, Severity severity, String detail) {
    return new YesRule(topic, flag, severity, detail);
  }
}

package gantry.tokenscan.judgement;

import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Topic;
import java.util.List;
import java.util.stream.Stream;

/** What is bad whoever owns the contract. */
final class Traits implements Rule {
  private static final List<YesRule> RULES =
      List.of(
          critical(Topic.HONEYPOT, Flag.HONEYPOT, "It can be bought, but not sold."),
          critical(Topic.CANNOT_SELL, Flag.CANNOT_SELL, "Holders cannot sell all they have."),
          critical(Topic.FAKE_TOKEN, Flag.FAKE_TOKEN, "It is a counterfeit of another token."),
          critical(Topic.AIRDROP_SCAM, Flag.AIRDROP_SCAM, "It was sent around to lure people."),
          critical(Topic.RUGGED, Flag.RUGGED, "Its liquidity was already taken away."),
          critical(
              Topic.NON_TRANSFERABLE, Flag.NON_TRANSFERABLE, "It can never be given away again."),
          critical(Topic.FROZEN_BY_DEFAULT, Flag.FROZEN_BY_DEFAULT, "New accounts are frozen."),
          critical(
              Topic.BALANCE_MUTABLE,
              Flag.BALANCE_MUTABLE,
              "Somebody can take tokens out of every account."),
          critical(
              Topic.MALICIOUS_CREATOR,
              Flag.MALICIOUS_CREATOR,
              "Creator, authority or hook is known to be malicious."),
          high(Topic.HIDDEN_OWNER, Flag.HIDDEN_OWNER, "It has an owner who does not show."),
          high(
              Topic.OWNERSHIP_RECLAIMABLE,
              Flag.OWNERSHIP_RECLAIMABLE,
              "Ownership that was given up can be taken back."),
          high(Topic.SELF_DESTRUCT, Flag.SELF_DESTRUCT, "The contract can destroy itself."),
          high(Topic.NOT_VERIFIED, Flag.NOT_VERIFIED, "Its source code is not published."),
          high(Topic.TRANSFER_HOOK, Flag.TRANSFER_HOOK, "A foreign program decides transfers."),
          medium(Topic.HOOK_CHANGEABLE, Flag.TRANSFER_HOOK, "A transfer hook can be set."),
          medium(
              Topic.FREEZE_CHANGEABLE,
              Flag.FREEZE_AUTHORITY,
              "Somebody can have new accounts frozen."),
          medium(Topic.CREATOR_HISTORY, Flag.CREATOR_HISTORY, "Its creator has made honeypots."),
          info(Topic.CANNOT_BUY, Flag.CANNOT_BUY, "It cannot be bought at present."),
          info(Topic.EXTERNAL_CALL, Flag.EXTERNAL_CALL, "It calls other contracts."),
          info(Topic.TRADING_COOLDOWN, Flag.TRADING_COOLDOWN, "Trades must be some time apart."));

  @Override
  public Stream<Finding> findings(Answered said) {
    return RULES.stream().flatMap(rule -> rule.findings(said));
  }

  private static YesRule critical(Topic topic, Flag flag, String detail) {
    return new YesRule(topic, flag, Severity.CRITICAL, detail);
  }

  private static YesRule high(Topic topic, Flag flag, String detail) {
    return new YesRule(topic, flag, Severity.HIGH, detail);
  }

  private static YesRule medium(Topic topic, Flag flag, String detail) {
    return new YesRule(topic, flag, Severity.MEDIUM, detail);
  }

  private static YesRule info(Topic topic, Flag flag, String detail) {
    return new YesRule(topic, flag, Severity.INFO, detail);
  }
}

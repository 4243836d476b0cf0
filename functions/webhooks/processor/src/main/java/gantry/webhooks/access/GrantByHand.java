package gantry.webhooks.access;

import gantry.audit.Actor;
import gantry.audit.Audit;
import gantry.audit.AuditEvent;
import gantry.audit.AuditedObject;
import gantry.identity.Caller;
import gantry.lambda.UuidV7;
import gantry.postgres.Transactions;
import gantry.webhooks.grants.Grant;
import gantry.webhooks.grants.RecordGrant;
import gantry.webhooks.plans.Plans;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a user access in an operator's name, and takes it back; the audit tells who and why. */
@Singleton
final class GrantByHand {
  private final RecordGrant recordGrant;
  private final Plans plans;
  private final Audit audit;
  private final Tools tools;

  /** Where ids, time and transactions come from. */
  @Singleton
  record Tools(UuidV7 ids, Clock clock, Transactions transactions) {}

  GrantByHand(RecordGrant recordGrant, Plans plans, Audit audit, Tools tools) {
    this.recordGrant = recordGrant;
    this.plans = plans;
    this.audit = audit;
    this.tools = tools;
  }

  /** What an operator wants. */
  record Wish(
      String userId,
      @Nullable String tenant,
      String plan,
      @Nullable Instant from,
      @Nullable Instant until,
      String reason) {}

  sealed interface Outcome {}

  record Given(Grant grant) implements Outcome {}

  record UnknownPlan() implements Outcome {}

  Outcome give(Wish wish, Caller caller) {
    return plans.named(wish.plan()).isEmpty()
        ? new UnknownPlan()
        : tools.transactions().inTransaction(() -> new Given(record(wish, caller)));
  }

  private Grant record(Wish wish, Caller caller) {
    var grant =
        new Grant(
            tools.ids().next().toString(),
            wish.userId(),
            wish.tenant(),
            wish.plan(),
            "manual",
            wish.from() == null ? tools.clock().instant() : wish.from(),
            wish.until(),
            null);
    recordGrant.give(grant);
    var details = Map.of("plan", wish.plan(), "reason", wish.reason());
    audit.append(event(caller, "grant.given", grant, details).changing(null, GrantState.of(grant)));
    return grant;
  }

  /** False when this user has no such grant. */
  boolean revoke(String userId, String grantId, Caller caller) {
    return tools
        .transactions()
        .inTransaction(() -> {
          var known = recordGrant.find(userId, grantId);
          known.ifPresent(grant -> revoke(grant, caller));
          return known.isPresent();
        });
  }

  private void revoke(Grant grant, Caller caller) {
    if (recordGrant.revoke(grant.grantId())) {
      var revoked = recordGrant.find(grant.userId(), grant.grantId()).orElseThrow();
      audit.append(
          event(caller, "grant.revoked", grant, Map.of())
              .changing(GrantState.of(grant), GrantState.of(revoked)));
    }
  }

  private static AuditEvent event(
      Caller caller, String action, Grant grant, Map<String, String> details) {
    return AuditEvent.of(
        new Actor(caller.tenant(), caller.userId()),
        action,
        new AuditedObject("grant", grant.grantId()),
        details);
  }
}

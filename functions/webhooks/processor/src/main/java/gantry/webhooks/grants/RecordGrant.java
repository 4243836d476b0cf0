package gantry.webhooks.grants;

import gantry.postgres.Transactions;
import gantry.webhooks.grants.AccessChanged.Grantor;
import gantry.webhooks.grants.AccessChanged.User;
import gantry.webhooks.notices.Notice;
import gantry.webhooks.notices.Notices;
import gantry.webhooks.notices.Notices.End;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives access and takes it back, each once per grant, in whatever order the two arrive. A grant
 * that is repeated with other content stays what it was.
 */
@Singleton
public final class RecordGrant {
  private final PostgresGrantStore store;
  private final Notices notices;
  private final Transactions transactions;
  private final Clock clock;

  RecordGrant(PostgresGrantStore store, Notices notices, Transactions transactions, Clock clock) {
    this.store = store;
    this.notices = notices;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** False when it was given before. */
  public boolean give(Grant grant) {
    return transactions.inTransaction(() -> {
      var isNew = store.give(grant) != null;
      publish(grant.grantId());
      return isNew;
    });
  }

  /** False when it was revoked before. */
  public boolean revoke(String grantId) {
    return transactions.inTransaction(() -> {
      var isNew = store.revoke(grantId, clock.instant()) == 1;
      publish(grantId);
      return isNew;
    });
  }

  /** Empty when this user has no such grant. */
  public Optional<Grant> find(String userId, String grantId) {
    return store.find(grantId).filter(grant -> grant.userId().equals(userId));
  }

  /** Tells that the clock has begun what it gives. */
  public void tellStart(String grantId) {
    publish(grantId);
  }

  /** Tells that the clock has ended what it gave. */
  public void tellEnd(String grantId) {
    store.find(grantId).ifPresent(this::publishEnd);
  }

  /** Nothing as long as it has not begun: what is revoked before then never was. */
  private void publish(String grantId) {
    store
        .find(grantId)
        .filter(grant -> !grant.startsAt().isAfter(clock.instant()))
        .ifPresent(grant -> {
          store.startTold(grantId);
          notices.publish(subject(grant), conditions(grant));
        });
  }

  private void publishEnd(Grant grant) {
    if (grant.until() != null) {
      var end = notice(grant, grant.until(), Promise.nothing(Reason.EXPIRED));
      notices.publishEnd(subject(grant), conditions(grant), new End(grant.until(), end));
    }
  }

  private static String subject(Grant grant) {
    return "access/grant/" + grant.grantId();
  }

  private static List<Notice> conditions(Grant grant) {
    var conditions = new ArrayList<Notice>();
    conditions.add(
        notice(grant, grant.startsAt(), Promise.of(grant.plan(), grant.until(), Reason.GRANT)));
    if (grant.revokedAt() != null) {
      conditions.add(notice(grant, grant.revokedAt(), Promise.nothing(Reason.NONE)));
    }
    return conditions;
  }

  private static Notice notice(Grant grant, Instant at, Promise promise) {
    var user = new User(grant.userId(), grant.tenant());
    return new Notice(
        promise.text(), at, user.event(new Grantor(grant.source(), grant.grantId(), at), promise));
  }
}

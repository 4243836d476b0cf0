package gantry.postgres;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * A pooled connection keeps the role its server had; one that turned out wrong is not kept. Nor is
 * one whose statement was cancelled: the request may come late and hit the next one.
 */
final class Eviction implements SQLExceptionOverride {
  @java.lang.Override // The interface has an Override of its own.
  public Override adjudicate(SQLException e) {
    var failure = DatabaseFailure.classify(e);
    return failure.isAway() || DatabaseFailure.CANCELED.equals(e.getSQLState())
        ? Override.MUST_EVICT
        : Override.CONTINUE_EVICT;
  }
}

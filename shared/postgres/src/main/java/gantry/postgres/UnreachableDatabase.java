package gantry.postgres;

import gantry.problem.Unavailability;
import gantry.resilience.BreakerOpenException;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Whatever passes is answered 503; only a function with an edge has problems to answer. */
@Singleton
@Requires(classes = Unavailability.class)
final class UnreachableDatabase implements Unavailability {
  @Override
  public boolean isToldBy(Throwable failure) {
    return failure instanceof BreakerOpenException
        || (failure instanceof SQLException sql && DatabaseFailure.classify(sql).passes());
  }
}

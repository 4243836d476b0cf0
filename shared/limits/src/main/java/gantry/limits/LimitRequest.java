package gantry.limits;

import gantry.limits.LimitRequest.Outcome.Admitted;
import gantry.limits.LimitRequest.Outcome.Closed;
import gantry.limits.LimitRequest.Outcome.Refused;
import gantry.limits.Rule.Target;
import gantry.meter.Verdict;
import gantry.redis.limiter.Decision;
import gantry.redis.limiter.Limit;
import gantry.redis.limiter.Limit.WhenUncounted;
import gantry.redis.limiter.Limiter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts a request by each key that has a rule, until one refuses. */
@Singleton
final class LimitRequest {
  private final Rules rules;
  private final Limiter limiter;

  LimitRequest(Rules rules, Limiter limiter) {
    this.rules = rules;
    this.limiter = limiter;
  }

  /** A key without a subject, such as the user of a public route, has nothing to count by. */
  Outcome admit(Target target, Map<LimitKey, String> subjects, WhenUncounted whenUncounted) {
    var passed = new ArrayList<Policy>();
    for (var rule : rules.of(target)) {
      var subject = subjects.get(rule.key());
      if (subject != null) {
        var limit = new Limit(rule.name(), rule.quota(), whenUncounted);
        switch (limiter.take(limit, subject)) {
          case Decision.Closed _ -> {
            return new Closed();
          }
          case Decision.Counted(var verdict) -> {
            var policy = new Policy(rule, verdict);
            if (verdict instanceof Verdict.Refused refused) {
              return new Refused(policy, refused);
            }
            passed.add(policy);
          }
        }
      }
    }
    return new Admitted(passed);
  }

  /** A rule and what it said. */
  record Policy(Rule rule, Verdict verdict) {}

  /** What became of it. */
  sealed interface Outcome {
    record Admitted(List<Policy> policies) implements Outcome {
      public Admitted {
        policies = List.copyOf(policies);
      }
    }

    record Refused(Policy policy, Verdict.Refused verdict) implements Outcome {}

    /** It could not be counted, and must not happen uncounted. */
    record Closed() implements Outcome {}
  }
}

package gantry.limits;

import gantry.limits.LimitRequest.Policy;
import gantry.meter.Verdict.Admitted;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code RateLimit-Policy} and {@code RateLimit} as draft-ietf-httpapi-ratelimit-headers-10. */
record RateLimitFields(List<Policy> policies) {
  static final String POLICY = "RateLimit-Policy";
  static final String STATE = "RateLimit";

  /** What is allowed: {@code "user";q=600;w=60}. */
  String policy() {
    return list(policy -> {
      var quota = policy.rule().quota();
      return ";q=" + quota.limit() + ";w=" + seconds(quota.window());
    });
  }

  /** What is left, and in how many seconds all of it is back: {@code "user";r=599;t=1}. */
  String state() {
    return list(policy -> {
      var verdict = policy.verdict();
      var left = verdict instanceof Admitted(var remaining, _) ? remaining : 0;
      return ";r=" + left + ";t=" + seconds(verdict.untilFull());
    });
  }

  /** Rounded up: who comes back then is not too early. */
  static long seconds(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }

  private String list(Function<Policy, String> parameters) {
    return policies.stream()
        .map(policy -> '"' + policy.rule().key().word() + '"' + parameters.apply(policy))
        .collect(Collectors.joining(", "));
  }
}

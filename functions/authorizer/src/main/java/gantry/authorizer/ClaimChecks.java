package gantry.authorizer;

import gantry.authorizer.VerifyToken.Outcome;
import gantry.authorizer.VerifyToken.Outcome.Admitted;
import gantry.authorizer.VerifyToken.Outcome.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a token with a good signature must still say. */
final class ClaimChecks {
  static final Duration SKEW = Duration.ofSeconds(30);

  private final AuthorizerConfig config;
  private final Clock clock;

  ClaimChecks(AuthorizerConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  Outcome check(Map<String, Object> payload) {
    var claims = new Claims(payload);
    var expiry = claims.time("exp");
    var subject = claims.identifier("sub");
    var tenant = claims.identifier(config.tenantClaim());
    if (expiry.isEmpty() || subject.isEmpty() || tenant.isEmpty()) {
      return new Refused(Refusal.MALFORMED_CLAIMS);
    }
    var roles = claims.roles(config.rolesClaim());
    return refusal(claims, expiry.get())
        .or(() -> roles.isEmpty() ? Optional.of(Refusal.NO_ROLE) : Optional.empty())
        .<Outcome>map(Refused::new)
        .orElseGet(() ->
            new Admitted(
                new Identity(subject.get(), tenant.get(), roles, expiry.get().plus(SKEW))));
  }

  private Optional<Refusal> refusal(Claims claims, Instant expiry) {
    var now = clock.instant();
    if (!now.isBefore(expiry.plus(SKEW))) {
      return Optional.of(Refusal.EXPIRED);
    }
    if (claims.has("nbf") && isAhead(claims.time("nbf"), now)) {
      return Optional.of(Refusal.NOT_YET_VALID);
    }
    if (!claims.text("iss").equals(config.issuer())) {
      return Optional.of(Refusal.WRONG_ISSUER);
    }
    return claims.audience().contains(config.audience())
        ? Optional.empty()
        : Optional.of(Refusal.WRONG_AUDIENCE);
  }

  private static boolean isAhead(Optional<Instant> start, Instant now) {
    return start.isEmpty() || now.plus(SKEW).isBefore(start.get());
  }
}

package gantry.authorizer;

import gantry.lambda.EdgeHop;
import gantry.lambda.Metrics;
import gantry.meter.FailedAttempts;
import gantry.secrets.Secrets;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** Wires the authorizer from the process's environment. */
final class AuthorizerFactory {
  private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);
  private static final Duration KEY_SET_LIMIT = Duration.ofSeconds(2);

  private AuthorizerFactory() {}

  static AdmitCaller admitCaller() {
    return admitCaller(AuthorizerConfig.of(System::getenv), Secrets.ofEnvironment(CLOCK), CLOCK);
  }

  static AdmitCaller admitCaller(AuthorizerConfig config, Secrets secrets, Clock clock) {
    var jwks = config.jwks().map(address -> keySet(address, clock)).orElse(null);
    var keys = new ConfiguredKeys(secrets, jwks);
    return new AdmitCaller(
        new VerifyToken(keys, new ClaimChecks(config, clock)), new FailedAttempts(clock));
  }

  static AdmitSession admitSession() {
    return admitSession(Secrets.ofEnvironment(CLOCK), CLOCK);
  }

  static AdmitSession admitSession(Secrets secrets, Clock clock) {
    var checks = new ClaimChecks(AuthorizerConfig.OF_SESSIONS, clock);
    return new AdmitSession(new VerifyToken(new SessionKeys(secrets), checks));
  }

  private static KeySource keySet(URI address, Clock clock) {
    return new JwksKeys(new RememberedKeySet(new KeySetClient(address, KEY_SET_LIMIT), clock));
  }

  static EdgeHop edge() {
    return EdgeHop.of(System.getenv("EDGE_PROOF_SHA256"));
  }

  static Metrics metrics() {
    return Metrics.ofProcess(CLOCK);
  }
}

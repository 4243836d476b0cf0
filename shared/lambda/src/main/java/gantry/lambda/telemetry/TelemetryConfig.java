package gantry.lambda.telemetry;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * {@code SENTRY_DSN}, {@code POSTHOG_PROJECT} and {@code POSTHOG_URL}; empty ones switch off. A
 * malformed one switches off too: telemetry never stops a function.
 */
record TelemetryConfig(Optional<SentryProject> sentry, Optional<PostHogProject> postHog) {
  static TelemetryConfig ofEnvironment() {
    return of(System.getenv());
  }

  static TelemetryConfig of(Map<String, String> environment) {
    var source =
        new Source(
            environment.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", ""),
            environment.getOrDefault("GANTRY_STAGE", ""));
    return new TelemetryConfig(
        uri(environment.getOrDefault("SENTRY_DSN", ""))
            .flatMap(dsn -> SentryProject.of(dsn, source)),
        uri(environment.getOrDefault("POSTHOG_URL", ""))
            .flatMap(url ->
                PostHogProject.of(url, environment.getOrDefault("POSTHOG_PROJECT", ""), source)));
  }

  boolean isOff() {
    return sentry.isEmpty() && postHog.isEmpty();
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text)).filter(TelemetryConfig::isTrusted);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean isTrusted(URI uri) {
    return uri.getHost() != null
        && ("https".equals(uri.getScheme())
            || ("http".equals(uri.getScheme()) && "127.0.0.1".equals(uri.getHost())));
  }

  /** The function and the stage that something happened in. */
  record Source(String function, String stage) {}
}

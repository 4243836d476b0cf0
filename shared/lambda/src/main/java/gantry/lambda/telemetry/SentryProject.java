package gantry.lambda.telemetry;

import static gantry.lambda.JsonText.member;
import static gantry.lambda.JsonText.quoted;

import gantry.lambda.telemetry.TelemetryConfig.Source;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where errors go: their classes and where they were thrown; their texts may quote anything.
 *
 * @see <a href="https://develop.sentry.dev/sdk/data-model/envelopes/">Envelopes</a>
 */
record SentryProject(URI envelopes, String key, Source source) {
  private static final int MOST_FRAMES = 50;
  private static final int MOST_CAUSES = 5;

  /** Of a DSN, {@code https://<key>@<host>/<project>}. */
  static Optional<SentryProject> of(URI dsn, Source source) {
    var key = dsn.getUserInfo();
    var project = dsn.getPath();
    if (key == null || !project.matches("/\\w+")) {
      return Optional.empty();
    }
    var port = dsn.getPort() < 0 ? "" : ":" + dsn.getPort();
    var server = dsn.getScheme() + "://" + dsn.getHost() + port;
    return Optional.of(
        new SentryProject(URI.create(server + "/api" + project + "/envelope/"), key, source));
  }

  HttpRequest request(Failure failure) {
    return HttpRequest.newBuilder(envelopes)
        .header("content-type", "application/x-sentry-envelope")
        .header("x-sentry-auth", "Sentry sentry_version=7,sentry_client=gantry/1,sentry_key=" + key)
        .POST(BodyPublishers.ofString(envelope(failure)))
        .build();
  }

  private String envelope(Failure failure) {
    var id = quoted(UUID.randomUUID().toString().replace("-", ""));
    return "{" + member("event_id", id) + "}\n{\"type\":\"event\"}\n" + event(id, failure) + "\n";
  }

  private String event(String id, Failure failure) {
    return Stream.of(
            member("event_id", id),
            member("timestamp", quoted(Instant.ofEpochMilli(failure.at()).toString())),
            member("platform", quoted("java")),
            member("level", quoted("error")),
            member("logger", quoted(failure.logger())),
            member("environment", quoted(source.stage())),
            member("transaction", quoted(source.function())),
            member("exception", "{\"values\":[" + causes(failure.thrown()) + "]}"))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** The root first, as Sentry wants it. */
  private static String causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .limit(MOST_CAUSES)
        .map(SentryProject::exception)
        .reduce((outer, inner) -> inner + "," + outer)
        .orElse("");
  }

  private static String exception(Throwable thrown) {
    var frames =
        Arrays.stream(thrown.getStackTrace())
            .limit(MOST_FRAMES)
            .map(SentryProject::frame)
            .reduce((newer, older) -> older + "," + newer)
            .orElse("");
    return "{"
        + member("type", quoted(thrown.getClass().getName()))
        + ",\"stacktrace\":{\"frames\":["
        + frames
        + "]}}";
  }

  private static String frame(StackTraceElement element) {
    return "{"
        + member("module", quoted(element.getClassName()))
        + ","
        + member("function", quoted(element.getMethodName()))
        + ","
        + member("lineno", Integer.toString(Math.max(0, element.getLineNumber())))
        + "}";
  }

  @Override
  public String toString() {
    return "SentryProject";
  }
}

package gantry.lambda.telemetry;

import static gantry.lambda.JsonText.member;
import static gantry.lambda.JsonText.quoted;

import gantry.lambda.telemetry.TelemetryConfig.Source;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where counted events go. All of them come from one "person", the product itself: nobody's id, no
 * address, no profile.
 *
 * @see <a href="https://posthog.com/docs/api/capture">Capture</a>
 */
record PostHogProject(URI batch, String key, Source source) {
  static Optional<PostHogProject> of(URI url, String key, Source source) {
    return key.isEmpty()
        ? Optional.empty()
        : Optional.of(new PostHogProject(url.resolve("/batch/"), key, source));
  }

  HttpRequest request(List<Counted> events) {
    var list = events.stream().map(this::event).collect(Collectors.joining(",", "[", "]"));
    var body = "{" + member("api_key", quoted(key)) + "," + member("batch", list) + "}";
    return HttpRequest.newBuilder(batch)
        .header("content-type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private String event(Counted counted) {
    var properties = new TreeMap<String, String>();
    counted.dimensions().forEach((name, value) -> properties.put(quoted(name), quoted(value)));
    properties.put(quoted("distinct_id"), quoted("gantry"));
    properties.put(quoted("stage"), quoted(source.stage()));
    properties.put(quoted("$process_person_profile"), "false");
    properties.put(quoted("$geoip_disable"), "true");
    var all =
        properties.entrySet().stream()
            .map(property -> property.getKey() + ":" + property.getValue())
            .collect(Collectors.joining(",", "{", "}"));
    return "{"
        + member("event", quoted(counted.name()))
        + ","
        + member("timestamp", quoted(Instant.ofEpochMilli(counted.at()).toString()))
        + ","
        + member("properties", all)
        + "}";
  }

  @Override
  public String toString() {
    return "PostHogProject";
  }
}

package gantry.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to ask a provider. Whatever comes from a user goes in as a segment, value or body. */
public final class ProviderRequest {
  private final String method;
  private final String path;
  private final List<String> query = new ArrayList<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private BodyPublisher body = BodyPublishers.noBody();
  private boolean repeatable;

  private ProviderRequest(String method, String... segments) {
    this.method = method;
    this.path = Stream.of(segments).map(ProviderRequest::segment).collect(Collectors.joining());
  }

  /** Asks for what these segments name, below the base URL. */
  public static ProviderRequest get(String... segments) {
    return new ProviderRequest("GET", segments).repeatable();
  }

  /** Made once, whatever happens, unless it is declared {@link #repeatable}. */
  public static ProviderRequest post(String... segments) {
    return new ProviderRequest("POST", segments);
  }

  public ProviderRequest query(String name, String value) {
    query.add(encoded(name) + '=' + encoded(value));
    return this;
  }

  public ProviderRequest header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** A body of maps, lists, strings, numbers and booleans. */
  public ProviderRequest json(@Nullable Object tree) {
    return body("application/json", Json.write(tree));
  }

  public ProviderRequest body(String mediaType, String text) {
    body = BodyPublishers.ofString(text);
    return header("Content-Type", mediaType);
  }

  /** Doing it twice is as good as once, so that it may be tried again. */
  public ProviderRequest repeatable() {
    repeatable = true;
    return this;
  }

  boolean isRepeatable() {
    return repeatable;
  }

  HttpRequest toHttp(ProviderSettings settings) {
    var request = HttpRequest.newBuilder(uri(settings.baseUrl())).method(method, body);
    request.setHeader(
        "Accept", settings.accepts().stream().sorted().collect(Collectors.joining(", ")));
    headers.forEach(request::setHeader);
    return request.build();
  }

  private URI uri(URI base) {
    var own = base.getRawQuery();
    var all =
        Stream.concat(Stream.ofNullable(own), query.stream()).collect(Collectors.joining("&"));
    var text = own == null ? base.toString() : base.toString().replace('?' + own, "");
    return URI.create(text + path + (all.isEmpty() ? "" : '?' + all));
  }

  /** A segment of dots would climb out of the path. */
  private static String segment(String segment) {
    if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
      throw new IllegalArgumentException("Not a path segment");
    }
    return '/' + encoded(segment);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  /** Without query, headers and body: keys travel there. */
  @Override
  public String toString() {
    return method;
  }
}

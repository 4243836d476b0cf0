package gantry.testing;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Builds the event that an HTTP API sends to a Lambda function, payload format 2.0. */
public final class ApiEvent {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final String method;
  private final String path;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, String> query = new LinkedHashMap<>();
  private final Map<String, String> pathParameters = new LinkedHashMap<>();
  private final Map<String, Object> authorizer = new LinkedHashMap<>();
  private final Map<String, Object> content = new LinkedHashMap<>();
  private String route;
  private String sourceIp = "203.0.113.7";
  private String requestId = UUID.randomUUID().toString();

  private ApiEvent(String method, String path) {
    this.method = method;
    this.path = path;
    this.route = method + " " + path;
    headers.put("host", "api.example.org");
  }

  public static ApiEvent get(String path) {
    return new ApiEvent("GET", path);
  }

  public static ApiEvent post(String path) {
    return new ApiEvent("POST", path);
  }

  public static ApiEvent request(String method, String path) {
    return new ApiEvent(method, path);
  }

  /** The template's route, such as {@code ANY /v1/webhooks/{provider}}. */
  public ApiEvent route(String key) {
    route = key;
    return this;
  }

  /** A header; the gateway lower-cases names and joins values of one name with commas. */
  public ApiEvent header(String name, String value) {
    headers.merge(name.toLowerCase(Locale.ROOT), value, (first, second) -> first + "," + second);
    return this;
  }

  public ApiEvent query(String name, String value) {
    query.put(name, value);
    return this;
  }

  public ApiEvent pathParameter(String name, String value) {
    pathParameters.put(name, value);
    return this;
  }

  /** What the authorizer said about the caller. */
  public ApiEvent authorizer(Map<String, ?> context) {
    authorizer.putAll(context);
    return this;
  }

  /** The client's address as the gateway saw it. */
  public ApiEvent sourceIp(String address) {
    sourceIp = address;
    return this;
  }

  public ApiEvent requestId(String id) {
    requestId = id;
    return this;
  }

  public ApiEvent body(String text) {
    content.put("body", text);
    content.put("isBase64Encoded", false);
    return this;
  }

  /** A body as the gateway hands on what is not text. */
  public ApiEvent body(byte[] bytes) {
    content.put("body", Base64.getEncoder().encodeToString(bytes));
    content.put("isBase64Encoded", true);
    return this;
  }

  public String json() {
    try {
      return JSON.writeValueAsString(fields());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public APIGatewayV2HTTPEvent event() {
    return JSON.convertValue(fields(), APIGatewayV2HTTPEvent.class);
  }

  private Map<String, Object> fields() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("version", "2.0");
    fields.put("routeKey", route);
    fields.put("rawPath", path);
    fields.put("rawQueryString", rawQuery());
    fields.put("headers", headers);
    putUnlessEmpty(fields, "queryStringParameters", query);
    putUnlessEmpty(fields, "pathParameters", pathParameters);
    fields.put("requestContext", requestContext());
    fields.put("isBase64Encoded", false);
    fields.putAll(content);
    return fields;
  }

  private Map<String, Object> requestContext() {
    var context = new LinkedHashMap<String, Object>();
    context.put("accountId", SqsServer.ACCOUNT);
    context.put("apiId", "api");
    context.put("domainName", "api.example.org");
    context.put("http", http());
    context.put("requestId", requestId);
    context.put("routeKey", route);
    context.put("stage", "$default");
    context.put("timeEpoch", 1_767_225_600_000L);
    putUnlessEmpty(
        context, "authorizer", authorizer.isEmpty() ? Map.of() : Map.of("lambda", authorizer));
    return context;
  }

  private Map<String, Object> http() {
    return Map.of(
        "method",
        method,
        "path",
        path,
        "protocol",
        "HTTP/1.1",
        "sourceIp",
        sourceIp,
        "userAgent",
        headers.getOrDefault("user-agent", "test"));
  }

  private String rawQuery() {
    return query.entrySet().stream()
        .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  @Override
  public String toString() {
    return method + " " + (path.length() > 40 ? path.substring(0, 40) : path);
  }

  private static void putUnlessEmpty(
      Map<String, Object> fields, String name, Map<String, ?> value) {
    if (!value.isEmpty()) {
      fields.put(name, value);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

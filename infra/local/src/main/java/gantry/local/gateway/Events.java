package gantry.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Requests as events of payload format 2.0.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Payload
 *     format</a>
 */
record Events(String region) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String ACCOUNT = "000000000000";
  private static final String API = "local";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** The event that a route's function gets. */
  ObjectNode forFunction(
      Request request, Routes.Match match, Optional<JsonNode> context, byte[] bytes) {
    var event = common(request, match);
    context.ifPresent(values ->
        ((ObjectNode) event.get("requestContext")).putObject("authorizer").set("lambda", values));
    var body = Body.of(bytes, request.header("content-type"));
    if (bytes.length > 0) {
      event.put("body", body.content());
    }
    return event.put("isBase64Encoded", bytes.length > 0 && body.base64());
  }

  /** The event that an authorizer gets. */
  ObjectNode forAuthorizer(Request request, Routes.Match match, List<String> identity) {
    var event = common(request, match);
    event.put("type", "REQUEST").put("routeArn", routeArn(request));
    identity.forEach(event.putArray("identitySource")::add);
    return event;
  }

  private String routeArn(Request request) {
    return "arn:aws:execute-api:"
        + region
        + ":"
        + ACCOUNT
        + ":"
        + API
        + "/$default/"
        + request.method()
        + request.path();
  }

  private static ObjectNode common(Request request, Routes.Match match) {
    var event =
        MAPPER
            .createObjectNode()
            .put("version", "2.0")
            .put("routeKey", match.route().key())
            .put("rawPath", request.path())
            .put("rawQueryString", request.rawQuery());
    if (!request.cookies().isEmpty()) {
      request.cookies().forEach(event.putArray("cookies")::add);
    }
    event.set("headers", object(request.headers()));
    putUnlessEmpty(event, "queryStringParameters", request.queryParameters());
    putUnlessEmpty(event, "pathParameters", match.parameters());
    event.set("requestContext", requestContext(request, match));
    return event;
  }

  private static ObjectNode requestContext(Request request, Routes.Match match) {
    var domain = request.header("host").orElse("localhost");
    var context =
        MAPPER
            .createObjectNode()
            .put("accountId", ACCOUNT)
            .put("apiId", API)
            .put("domainName", domain)
            .put("domainPrefix", API);
    context
        .putObject("http")
        .put("method", request.method())
        .put("path", request.path())
        .put("protocol", request.protocol())
        .put("sourceIp", request.sourceIp())
        .put("userAgent", request.header("user-agent").orElse(""));
    return context
        .put("requestId", request.id())
        .put("routeKey", match.route().key())
        .put("stage", "$default")
        .put("time", TIME.format(request.time()))
        .put("timeEpoch", request.time().toEpochMilli());
  }

  private static void putUnlessEmpty(ObjectNode event, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      event.set(name, object(values));
    }
  }

  private static ObjectNode object(Map<String, String> values) {
    return MAPPER.valueToTree(values);
  }
}

package gantry.authorizer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import gantry.lambda.EdgeHop;
import gantry.lambda.Metrics;
import gantry.secrets.Secrets;
import gantry.testing.FakeContext;
import gantry.testing.MutableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The real handler behind a gateway's authorizer events. */
final class Gate {
  static final String REFUSED = "{\"isAuthorized\":false}";

  final Map<String, String> environment;
  final MutableClock clock = MutableClock.at(Tokens.NOW);
  private final ByteArrayOutputStream metrics = new ByteArrayOutputStream();
  private final AuthorizerHandler handler;

  private Gate(Map<String, String> variables) {
    environment = new HashMap<>(variables);
    var admitCaller =
        AuthorizerFactory.admitCaller(
            AuthorizerConfig.of(environment::get), Secrets.of(environment::get, clock), clock);
    handler =
        new AuthorizerHandler(
            admitCaller,
            new Metrics(new PrintStream(metrics, true, UTF_8), clock),
            EdgeHop.of(environment.get("EDGE_PROOF_SHA256")));
  }

  static Gate with(Map<String, String> environment) {
    return new Gate(environment);
  }

  static Gate withSecret() {
    return with(Map.of("JWT_SECRET", Tokens.SECRET));
  }

  String bearer(String token) {
    return authorization("Bearer " + token);
  }

  String authorization(String header) {
    return authorization(header, "203.0.113.7");
  }

  String authorization(String header, String sourceIp) {
    return event(recorded(header).replace("203.0.113.7", sourceIp));
  }

  String event(String json) {
    var answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(json.getBytes(UTF_8)), answer, new FakeContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.toString(UTF_8);
  }

  /** The reason of the last refusal, as metrics have it. */
  String reason() {
    var lines = metrics.toString(UTF_8);
    return lines.replaceAll("(?s).*\"reason\":\"([a-z-]+)\".*", "$1");
  }

  String metrics() {
    return metrics.toString(UTF_8);
  }

  /** Recorded from an HTTP API, payload 2.0. */
  private static String recorded(String header) {
    return """
    {"version":"2.0","type":"REQUEST",
     "routeArn":"arn:aws:execute-api:eu-central-1:000000000000:api/$default/GET/v1/webhook-events",
     "identitySource":[%1$s],"routeKey":"GET /v1/webhook-events","rawPath":"/v1/webhook-events",
     "rawQueryString":"","headers":{"authorization":%1$s,"host":"api.example.org"},
     "requestContext":{"accountId":"000000000000","apiId":"api","domainName":"api.example.org",
       "domainPrefix":"api","http":{"method":"GET","path":"/v1/webhook-events",
       "protocol":"HTTP/1.1","sourceIp":"203.0.113.7","userAgent":"curl"},
       "requestId":"id","routeKey":"GET /v1/webhook-events","stage":"$default",
       "time":"21/Nov/2026:03:00:00 +0000","timeEpoch":1795230000000}}
    """
        .formatted(
            JSONObjectUtils.toJSONString(Map.of("h", header)).replaceAll("^\\{\"h\":|\\}$", ""));
  }
}

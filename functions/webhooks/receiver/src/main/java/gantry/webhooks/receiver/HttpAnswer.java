package gantry.webhooks.receiver;

import static gantry.lambda.JsonText.member;
import static gantry.lambda.JsonText.quoted;

import gantry.lambda.JsonText;
import gantry.lambda.SecurityHeaders;
import java.util.Map;
import java.util.TreeMap;

/** An answer in API Gateway's payload version 2.0. */
record HttpAnswer(int status, Map<String, String> headers, String body) {
  static HttpAnswer ok(String json) {
    return new HttpAnswer(200, Map.of("Content-Type", "application/json"), json);
  }

  /** RFC 9457, in the shape of shared/problem, which would bring Micronaut along. */
  static HttpAnswer problem(int status, String type, String title) {
    var body =
        "{"
            + member("type", quoted(type))
            + ','
            + member("title", quoted(title))
            + ','
            + member("status", Integer.toString(status))
            + "}";
    return new HttpAnswer(status, Map.of("Content-Type", "application/problem+json"), body);
  }

  HttpAnswer with(String header, String value) {
    var more = new TreeMap<>(headers);
    more.put(header, value);
    return new HttpAnswer(status, more, body);
  }

  String json() {
    return "{"
        + member("statusCode", Integer.toString(status))
        + ','
        + member("headers", JsonText.object(SecurityHeaders.completing(headers)))
        + ','
        + member("body", quoted(body))
        + ','
        + member("isBase64Encoded", "false")
        + "}";
  }
}

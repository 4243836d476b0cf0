package gantry.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.local.RunningCloud.Answer;
import gantry.openapi.Example;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls examples of the API document, in a cloud, with a token of each role. */
record ExampleCalls(RunningCloud cloud, Map<String, String> tokens) {
  static ExampleCalls of(RunningCloud cloud) {
    return new ExampleCalls(
        cloud,
        Map.of(
            "user", cloud.bearerOf("erika", "user"),
            "service", cloud.bearerOf("backend-1", "service"),
            "admin", cloud.bearerOf("operator-1", "admin")));
  }

  /** As somebody with the role; without one, as anybody. */
  Answer send(Example example, String role) {
    var headers = new ArrayList<String>();
    example.headers().forEach((name, value) -> headers.addAll(List.of(name, value)));
    if (!role.isEmpty()) {
      headers.addAll(List.of("authorization", tokens.get(role)));
    }
    var body = example.body().isMissingNode() ? "" : example.body().toString();
    if (!body.isEmpty()) {
      headers.addAll(List.of("content-type", "application/json"));
    }
    return cloud.send(
        example.method(), address(example), body.getBytes(UTF_8), headers.toArray(String[]::new));
  }

  private static String address(Example example) {
    var address = example.route();
    for (var parameter : example.path().entrySet()) {
      address = address.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    var query = new ArrayList<String>();
    example
        .query()
        .forEach((name, value) -> query.add(name + "=" + URLEncoder.encode(value, UTF_8)));
    return query.isEmpty() ? address : address + "?" + String.join("&", query);
  }
}

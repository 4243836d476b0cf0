package gantry.bench.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.http.ApiFunction;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;

/** The jar's HTTP function as the gateway calls it. */
final class Function {
  /** For results: functions write their metrics to standard output, where nobody reads them. */
  static final PrintStream OUT = System.out;

  private static final String TENANT = "bench";

  private final ApiFunction api = new ApiFunction();

  static {
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
  }

  String get(ApiEvent event, String role) {
    return call(event, role);
  }

  private String call(ApiEvent event, String role) {
    var expires = Instant.now().plusSeconds(3600).getEpochSecond();
    Map<String, Object> caller =
        Map.of("sub", "caller", "tenant", TENANT, "roles", role, "exp", expires);
    var answer = api.handleRequest(event.authorizer(caller).event(), new FakeContext());
    if (answer.getStatusCode() / 100 != 2) {
      throw new IllegalStateException(answer.getStatusCode() + " " + answer.getBody());
    }
    return answer.getBody();
  }
}

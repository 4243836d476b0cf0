package gantry.bench.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import gantry.http.ApiFunction;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;

/** The jar's HTTP function as the gateway calls it. */
final class Function {
  /** For results: functions write their metrics to standard output, where nobody reads them. */
  static final PrintStream OUT = System.out;

  private static final String TENANT = GeneratedLibrary.TENANT;

  private final ApiFunction api = new ApiFunction();

  static {
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
  }

  /** A handler of the jar's, by its name in the template. */
  @SuppressWarnings("unchecked")
  static <I, O> RequestHandler<I, O> named(String handler) throws ReflectiveOperationException {
    return (RequestHandler<I, O>)
        Class.forName(handler).asSubclass(RequestHandler.class).getConstructor().newInstance();
  }

  String get(String path, String role) {
    return call(ApiEvent.get(path), role);
  }

  String get(ApiEvent event, String role) {
    return call(event, role);
  }

  String post(String path, String body, String role) {
    return call(ApiEvent.post(path).header("Content-Type", "application/json").body(body), role);
  }

  /** A part of it. */
  <T> T bean(Class<T> type, String name) {
    return api.getApplicationContext().getBean(type, Qualifiers.byName(name));
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

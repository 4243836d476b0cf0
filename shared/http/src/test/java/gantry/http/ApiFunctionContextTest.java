package gantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import gantry.testing.KeptContexts;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiFunctionContextTest {
  private static final int INVOCATIONS = 2_000;

  private final ApplicationContext context = ApplicationContext.run();

  @AfterEach
  void close() {
    context.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noContextIsKept(boolean ours) {
    var contexts = new KeptContexts();
    var function = ours ? new ApiFunction(context) : new APIGatewayV2HTTPEventFunction(context);
    var event = ApiEvent.get("/echo/ids").event();

    IntStream.range(0, INVOCATIONS).forEach(_ -> function.handleRequest(event, contexts.next()));

    assertThat(context.getBeansOfType(Context.class)).isEmpty();
    assertThat(context.getBeansOfType(LambdaLogger.class)).isEmpty();
    assertThat(contexts.kept()).isZero();
  }

  @Test
  void sixteenThreadsOnOneFunctionSeeTheirOwnInvocations() throws Exception {
    var function = new ApiFunction(context);
    try (var threads = Executors.newFixedThreadPool(16)) {
      var ids = IntStream.range(0, INVOCATIONS).mapToObj(i -> "id-" + i).toList();
      var calls = ids.stream().map(id -> call(function, id)).toList();

      var wrong = new ArrayList<String>();
      for (var result : threads.invokeAll(calls)) {
        wrong.addAll(result.get());
      }

      assertThat(wrong).isEmpty();
    }
  }

  /** The answers that tell of another invocation or request. */
  private static Callable<List<String>> call(ApiFunction function, String id) {
    return () -> {
      var event = ApiEvent.get("/echo/ids").header("x-request-id", "edge-" + id).event();
      var body = function.handleRequest(event, new FakeContext(id)).getBody();
      var right = body.contains("\"" + id + "\"") && body.contains("\"edge-" + id + "\"");
      return right ? List.of() : List.of(id + " got " + body);
    };
  }
}

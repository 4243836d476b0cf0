package gantry.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import gantry.testing.FakeContext;
import gantry.testing.KeptContexts;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvocationTest {
  private static final int INVOCATIONS = 2_000;
  private static final int MAX_CONCURRENCY = 16;

  private final ApplicationContext context = ApplicationContext.run();
  private final ProbeHandler handler = new ProbeHandler(context);

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void noContextBecomesABean() {
    IntStream.range(0, INVOCATIONS).forEach(_ -> handler.handleRequest("", new FakeContext()));

    assertThat(
            Stream.of(Context.class, LambdaLogger.class, ClientContext.class, CognitoIdentity.class)
                .flatMap(type -> context.getBeansOfType(type).stream()))
        .isEmpty();
  }

  @Test
  void noContextIsKept() {
    var contexts = new KeptContexts();

    IntStream.range(0, INVOCATIONS).forEach(_ -> handler.handleRequest("", contexts.next()));

    assertThat(contexts.kept()).isZero();
  }

  @Test
  void sixteenThreadsOnOneHandlerSeeTheirOwnInvocations() throws Exception {
    try (var threads = Executors.newFixedThreadPool(MAX_CONCURRENCY)) {
      var ids = IntStream.range(0, INVOCATIONS).mapToObj(i -> "request-" + i).toList();
      var calls = ids.stream().map(this::call).toList();
      var expected = ids.stream().map(id -> id + " " + id).toList();

      var seen = new ArrayList<String>();
      for (var result : threads.invokeAll(calls)) {
        seen.add(result.get());
      }

      assertThat(seen).containsExactlyElementsOf(expected);
    }
  }

  @Test
  void nothingOfAnInvocationIsLeftOnItsThread() {
    handler.handleRequest("", new FakeContext("request-1"));

    assertThat(Invocation.current()).isEmpty();
    assertThat(RequestId.current()).isEmpty();
  }

  @Test
  void theTimeLeftIsLambdas() {
    Invocation.begin(new FakeContext("request-1", 3_000));

    var left = Invocation.current().orElseThrow().timeLeft();

    assertThat(left).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
    Invocation.end();
  }

  @Test
  void thereIsNeverLessThanNoTimeLeft() {
    Invocation.begin(new FakeContext("request-1", -5));

    assertThat(Invocation.current().orElseThrow().timeLeft()).isZero();
    Invocation.end();
  }

  private Callable<String> call(String id) {
    return () -> handler.handleRequest("", new FakeContext(id));
  }
}

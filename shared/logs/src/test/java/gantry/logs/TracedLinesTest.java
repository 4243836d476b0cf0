package gantry.logs;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.lambda.Invocation;
import gantry.testing.FakeContext;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TracedLinesTest {
  private static final int INVOCATIONS = 200;
  private static final int MAX_CONCURRENCY = 16;

  @Test
  void invocationsAtTheSameTimeHaveTheirOwnTraces() throws Exception {
    try (var threads = Executors.newFixedThreadPool(MAX_CONCURRENCY)) {
      var traces = IntStream.range(0, INVOCATIONS).mapToObj("1-5759e988-%024x"::formatted).toList();
      var calls = traces.stream().map(TracedLinesTest::call).toList();

      var seen = new ArrayList<String>();
      for (var result : threads.invokeAll(calls)) {
        seen.add(result.get());
      }

      assertThat(seen).containsExactlyElementsOf(traces);
    }
  }

  @Test
  void anInvocationWithoutOneDoesNotInheritTheLastOnes() {
    Invocation.begin(traced("1-5759e988-bd862e3fe1be46a994272793"));
    Invocation.begin(new FakeContext());

    assertThat(MDC.get("traceId")).isNull();
    Invocation.end();
  }

  private static Callable<String> call(String trace) {
    return () -> {
      Invocation.begin(traced(trace));
      var seen = String.valueOf(MDC.get("traceId"));
      Invocation.end();
      return seen;
    };
  }

  private static FakeContext traced(String trace) {
    return new FakeContext("request-1", 1_000, "Root=" + trace + ";Parent=53995c3f42cd8ad8");
  }
}

package gantry.bench;

import com.amazonaws.services.lambda.runtime.Context;
import gantry.http.ApiFunction;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import gantry.testing.SqsEvents;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Whether a handler stays as fast as it was: the median of invocations 9,001-10,000 over that of
 * 1,001-2,000, for a queue handler and an HTTP function, ours beside the stock ones.
 */
public final class WarmLatency {
  private static final int INVOCATIONS = 10_000;

  private WarmLatency() {}

  public static void main(String... args) {
    System.out.printf("%-28s %12s %12s %8s%n", "handler", "1001-2000", "9001-10000", "ratio");
    measure("queue handler", false, WarmLatency::queueHandler);
    measure("queue handler, stock", true, WarmLatency::queueHandler);
    measure("HTTP function", false, WarmLatency::httpFunction);
    measure("HTTP function, stock", true, WarmLatency::stockHttpFunction);
  }

  private static Consumer<Context> queueHandler(ApplicationContext context) {
    var handler = new NothingHandler(context);
    var event = SqsEvents.from("work").message("a", "1").message("b", "2").event();
    return invocation -> handler.handleRequest(event, invocation);
  }

  private static Consumer<Context> httpFunction(ApplicationContext context) {
    var function = new ApiFunction(context);
    var event = ApiEvent.get("/ping").event();
    return invocation -> function.handleRequest(event, invocation);
  }

  private static Consumer<Context> stockHttpFunction(ApplicationContext context) {
    var function = new APIGatewayV2HTTPEventFunction(context);
    var event = ApiEvent.get("/ping").event();
    return invocation -> function.handleRequest(event, invocation);
  }

  private static void measure(
      String name, boolean stock, Function<ApplicationContext, Consumer<Context>> made) {
    try (var context = ApplicationContext.run(Map.of(StockBeans.PROPERTY, stock))) {
      var times = times(made.apply(context));
      var early = median(times, 1_000, 2_000);
      var late = median(times, 9_000, 10_000);
      System.out.printf(
          "%-28s %9.3f ms %9.3f ms %8.2f%n", name, early / 1e6, late / 1e6, late / early);
    }
  }

  private static long[] times(Consumer<Context> handler) {
    var times = new long[INVOCATIONS];
    for (var i = 0; i < INVOCATIONS; i++) {
      var start = System.nanoTime();
      handler.accept(new FakeContext());
      times[i] = System.nanoTime() - start;
    }
    return times;
  }

  private static double median(long[] times, int from, int to) {
    return Arrays.stream(times, from, to).sorted().skip((to - from) / 2).findFirst().orElseThrow();
  }
}

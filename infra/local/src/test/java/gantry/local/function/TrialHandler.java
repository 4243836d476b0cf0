package gantry.local.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The function under trial: does what the event's text says. */
public class TrialHandler implements RequestStreamHandler {
  static {
    if (System.getenv("FAIL_INIT") != null) {
      throw new IllegalStateException("no init today");
    }
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var order = new String(input.readAllBytes(), StandardCharsets.UTF_8).replace("\"", "");
    System.out.println("order " + order);
    output.write(("\"" + obey(order, context) + "\"").getBytes(StandardCharsets.UTF_8));
  }

  private static String obey(String order, Context context) {
    return switch (order.split(" ", 2)[0]) {
      case "pid" -> Long.toString(ProcessHandle.current().pid());
      case "sleep" -> sleep(Long.parseLong(order.split(" ", 2)[1]));
      case "throw" -> throw new IllegalArgumentException("as ordered");
      case "halt" -> halt();
      case "environment" -> String.join(",", System.getenv().keySet());
      case "remaining" -> Integer.toString(context.getRemainingTimeInMillis());
      default -> order;
    };
  }

  private static String halt() {
    Runtime.getRuntime().halt(3);
    return "";
  }

  private static String sleep(long millis) {
    try {
      Thread.sleep(millis);
      return "slept";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

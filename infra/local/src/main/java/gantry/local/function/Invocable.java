package gantry.local.function;

import java.util.concurrent.CompletableFuture;

/** What gateway and event sources need of a function. */
public interface Invocable {
  /** Gives the function an event; completes however that ends, never exceptionally. */
  CompletableFuture<InvocationOutcome> invoke(String event);

  String arn();

  /** Functions by their logical ids, which the template is known to define. */
  @FunctionalInterface
  interface Lookup {
    Invocable get(String name);
  }
}

package gantry.local.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gantry.local.function.InvocationOutcome.Failed;
import gantry.local.function.InvocationOutcome.Returned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A function without a process: remembers its events and answers as the test says. */
public final class FakeFunction implements Invocable {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private volatile UnaryOperator<String> behaviour = _ -> "{}";

  public FakeFunction answering(String payload) {
    return behaving(_ -> payload);
  }

  /** Runs on each event's text; an exception is the function's error. */
  public FakeFunction behaving(UnaryOperator<String> behaviour) {
    this.behaviour = behaviour;
    return this;
  }

  @Override
  public CompletableFuture<InvocationOutcome> invoke(String event) {
    return CompletableFuture.supplyAsync(() -> run(event), Thread::startVirtualThread);
  }

  private InvocationOutcome run(String event) {
    events.add(parse(event));
    try {
      return new Returned(behaviour.apply(event));
    } catch (RuntimeException e) {
      return Failed.of(e.getClass().getName(), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public String arn() {
    return "arn:aws:lambda:eu-central-1:000000000000:function:Fake";
  }

  public List<JsonNode> events() {
    return events;
  }

  public JsonNode onlyEvent() {
    return events.stream()
        .reduce((one, other) -> {
          throw new AssertionError(events);
        })
        .orElseThrow();
  }

  public static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

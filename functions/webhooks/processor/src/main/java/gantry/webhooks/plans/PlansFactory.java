package gantry.webhooks.plans;

import gantry.webhooks.plans.Metering.Action;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code PLANS}; a document that cannot be read stops the start. */
@Factory
final class PlansFactory {
  /** Read in the document's order. */
  private static final Argument<Map<String, Wire>> DOCUMENT =
      Argument.mapOf(String.class, Wire.class);

  /** One plan of the document. */
  @Serdeable
  record Wire(
      @Nullable List<String> variants,
      @Nullable Map<String, Long> limits,
      @Nullable String reports,
      @Nullable String aggregation) {
    Plan plan(String name, int rank) {
      var units = limits == null ? Map.<String, Long>of() : limits;
      if (units.values().stream().anyMatch(limit -> limit == null || limit < 0)) {
        throw new IllegalArgumentException("PLANS: a limit of " + name + " is no number of units");
      }
      return new Plan(
          name, rank, variants == null ? Set.of() : Set.copyOf(variants), units, metering());
    }

    private @Nullable Metering metering() {
      return reports == null
          ? null
          : new Metering(reports, Action.of(aggregation == null ? "sum" : aggregation));
    }
  }

  @Singleton
  Plans plans(Environment environment, JsonMapper json) {
    var document =
        environment
            .getProperty("plans", String.class)
            .orElseThrow(() -> new IllegalStateException("PLANS is not set"));
    return read(document, json);
  }

  static Plans read(String document, JsonMapper json) {
    try {
      var wires = json.readValue(document, DOCUMENT);
      var names = wires == null ? List.<String>of() : List.copyOf(wires.keySet());
      return new Plans(
          names.stream()
              .map(name ->
                  wires
                      .getOrDefault(name, new Wire(null, null, null, null))
                      .plan(name, names.indexOf(name)))
              .collect(Collectors.toList()));
    } catch (IOException e) {
      throw new IllegalStateException("PLANS is no such document", e);
    }
  }
}

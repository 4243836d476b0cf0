package gantry.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.emergency.WorksInEmergency;
import gantry.identity.RequiresRole;
import gantry.identity.Role;
import gantry.openapi.Answers;
import gantry.problem.StandardProblem;
import gantry.redis.circuits.Circuit;
import gantry.redis.circuits.CircuitBoard;
import gantry.resilience.CircuitState;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The breakers of all functions. */
@Controller("/v1/circuits")
@RequiresRole(Role.ADMIN)
@WorksInEmergency
class CircuitsController {
  private static final String SOON_SECONDS = "5";

  private final CircuitBoard board;

  CircuitsController(CircuitBoard board) {
    this.board = board;
  }

  /** Lists the breakers that changed within the hour; 503 when nobody knows. */
  @Get
  @Answers(value = CircuitPage.class, problems = "service-unavailable")
  HttpResponse<?> list() {
    return board
        .circuits()
        .<HttpResponse<?>>map(circuits -> HttpResponse.ok(CircuitPage.of(circuits)))
        .orElseGet(CircuitsController::unknown);
  }

  private static HttpResponse<?> unknown() {
    return StandardProblem.SERVICE_UNAVAILABLE
        .response("Redis, where circuits are written down, does not answer")
        .header(HttpHeaders.RETRY_AFTER, SOON_SECONDS);
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record CircuitPage(List<CircuitView> items, @Nullable String nextCursor) {
    private static CircuitPage of(List<Circuit> circuits) {
      return new CircuitPage(circuits.stream().map(CircuitView::of).toList(), null);
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record CircuitView(
      String circuit, String function, CircuitState state, Instant since, @Nullable Instant until) {
    private static CircuitView of(Circuit circuit) {
      return new CircuitView(
          circuit.name(),
          circuit.function(),
          circuit.state(),
          circuit.since(),
          circuit.until().orElse(null));
    }
  }
}

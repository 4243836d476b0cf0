package gantry.operations.functions;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.emergency.WorksInEmergency;
import gantry.identity.RequiresRole;
import gantry.identity.Role;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of this stage. */
@Controller("/v1/functions")
@RequiresRole(Role.ADMIN)
@WorksInEmergency
class FunctionsController {
  private final LambdaFunctionsClient functions;

  FunctionsController(LambdaFunctionsClient functions) {
    this.functions = functions;
  }

  /** Lists the functions of this stage, and when each was changed last. */
  @Get
  FunctionPage list() {
    return new FunctionPage(functions.all().stream().map(FunctionView::of).toList(), null);
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record FunctionPage(List<FunctionView> items, @Nullable String nextCursor) {}

  @Serdeable
  record FunctionView(
      String function,
      String name,
      String runtime,
      int memoryMb,
      long timeoutSeconds,
      Instant changedAt) {
    private static FunctionView of(DeployedFunction deployed) {
      return new FunctionView(
          deployed.function(),
          deployed.name(),
          deployed.runtime(),
          deployed.memoryMb(),
          deployed.timeout().toSeconds(),
          deployed.changedAt());
    }
  }
}

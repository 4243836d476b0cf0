package gantry.lambda;

import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import java.util.concurrent.locks.LockSupport;

/** Tells which invocation it runs in. */
class ProbeHandler extends MicronautRequestHandler<String, String> {
  ProbeHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public String execute(String input) {
    LockSupport.parkNanos(10_000); // Lets other invocations overlap.
    var invocation = Invocation.current().map(Invocation::id).orElse("none");
    return invocation + " " + RequestId.current().orElse("none");
  }
}

package gantry.payments;

import gantry.payments.claim.SweepClaims;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;

/** Lambda, each minute: looks and grants that a crash or an outage left behind. */
public class SweepPaymentsHandler extends MicronautRequestHandler<Map<String, Object>, String> {
  @Inject SweepClaims sweepClaims;

  public SweepPaymentsHandler() {}

  SweepPaymentsHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public String execute(Map<String, Object> schedule) {
    sweepClaims.sweep();
    return "swept";
  }
}

package gantry.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import gantry.lambda.telemetry.Telemetry;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.function.aws.DefaultDiagnosticInfoPopulator;
import io.micronaut.function.aws.DiagnosticInfoPopulator;
import io.micronaut.function.aws.event.AfterExecutionEvent;
import jakarta.inject.Singleton;

/** Leaves the logging context to {@link Invocation}, and ends it after a queue or stream event. */
@Singleton
@Replaces(DefaultDiagnosticInfoPopulator.class)
final class InvocationDiagnostics
    implements DiagnosticInfoPopulator, ApplicationEventListener<AfterExecutionEvent> {
  @Override
  public void populateMappingDiagnosticContextValues(Context context) {
    // Invocation.begin has set them; the stock seven fields cost more than they tell.
  }

  @Override
  public void populateMappingDiagnosticContextWithXrayTraceId() {
    // So has it this one; the stock way is wrong when several events run at once.
  }

  @Override
  public void onApplicationEvent(AfterExecutionEvent event) {
    var thrown = event.getException();
    if (thrown != null) {
      Telemetry.ofProcess().failed(InvocationDiagnostics.class.getName(), thrown);
    }
    Invocation.end();
  }
}

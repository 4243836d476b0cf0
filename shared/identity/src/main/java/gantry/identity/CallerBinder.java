package gantry.identity;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;

/** Hands the caller that {@link AccessFilter} let through to the controller. */
@Singleton
final class CallerBinder implements TypedRequestArgumentBinder<Caller> {
  static final String ATTRIBUTE = "gantry.caller";

  @Override
  public Argument<Caller> argumentType() {
    return Argument.of(Caller.class);
  }

  @Override
  public BindingResult<Caller> bind(
      ArgumentConversionContext<Caller> context, HttpRequest<?> request) {
    var caller = Caller.of(request);
    return () -> caller;
  }
}

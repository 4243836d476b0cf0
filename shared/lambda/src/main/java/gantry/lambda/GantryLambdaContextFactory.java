package gantry.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.function.aws.DefaultLambdaContextFactory;
import io.micronaut.function.aws.LambdaContextFactory;
import jakarta.inject.Singleton;

/**
 * Keeps the invocation on its thread. The stock factory registers each context as a singleton that
 * nothing removes: every invocation is slower than the one before, and threads see each other's.
 */
@Singleton
@Replaces(DefaultLambdaContextFactory.class)
final class GantryLambdaContextFactory implements LambdaContextFactory {
  @Override
  public void registerSingletons(Context context) {
    Invocation.begin(context);
  }
}

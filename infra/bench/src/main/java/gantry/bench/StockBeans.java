package gantry.bench;

import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.micronaut.function.aws.DefaultDiagnosticInfoPopulator;
import io.micronaut.function.aws.DefaultLambdaContextFactory;
import io.micronaut.function.aws.LambdaContextFactory;
import jakarta.inject.Singleton;

/** What Micronaut does with a Lambda context when nobody replaces it. */
final class StockBeans {
  static final String PROPERTY = "gantry.bench.stock";

  private StockBeans() {}

  @Singleton
  @Primary
  @Requires(property = PROPERTY, value = "true")
  static final class ContextFactory implements LambdaContextFactory {
    private final LambdaContextFactory stock;

    ContextFactory(BeanContext beans) {
      stock = new DefaultLambdaContextFactory(beans);
    }

    @Override
    public void registerSingletons(Context context) {
      stock.registerSingletons(context);
    }
  }

  @Singleton
  @Primary
  @Requires(property = PROPERTY, value = "true")
  static final class Diagnostics extends DefaultDiagnosticInfoPopulator {}
}

package gantry.webhooks.metering;

import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;

/** Lambda: reports used units to the providers of usage-based plans. */
public class ReportUsageHandler
    extends MicronautRequestHandler<Map<String, Object>, Map<String, Object>> {
  @Inject ReportUsage reportUsage;

  public ReportUsageHandler() {}

  ReportUsageHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public Map<String, Object> execute(Map<String, Object> event) {
    return Map.of("reported", reportUsage.report());
  }
}

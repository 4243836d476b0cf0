package gantry.tokenscan.watches;

import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;

/** Lambda: each minute looks at watched tokens that are due. */
public class RescanWatchesHandler extends MicronautRequestHandler<Map<String, Object>, Integer> {
  @Inject RescanWatches rescanWatches;

  public RescanWatchesHandler() {}

  RescanWatchesHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public Integer execute(Map<String, Object> schedule) {
    return rescanWatches.rescan();
  }
}

package gantry.limits;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.json.JsonMapper;

@Factory
final class LimitsFactory {
  /** At the start and not at the first request: a deployment must see what is wrong. */
  @Context
  Rules rules(LimitsConfig config, JsonMapper json) {
    return new RulesReader(json).read(config.rules());
  }
}

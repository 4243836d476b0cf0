package gantry.alerts;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All rules, as {@code rules.json} has them. */
@Singleton
final class Rules {
  private final Map<String, Rule> byName = new LinkedHashMap<>();

  Rules(JsonMapper json) {
    try (var file = Objects.requireNonNull(Rules.class.getResourceAsStream("rules.json"))) {
      List<Rule> rules = json.readValue(file, Argument.listOf(Rule.class));
      rules.forEach(rule -> byName.put(rule.name(), rule));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Collection<Rule> all() {
    return byName.values();
  }

  Optional<Rule> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** CloudFormation names an alarm by its stack, its logical id and something random. */
  Optional<Rule> ofAlarm(String alarmName) {
    return Arrays.stream(alarmName.split("-")).map(byName::get).filter(Objects::nonNull).findAny();
  }
}

package gantry.limits;

import gantry.meter.Quota;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code RATE_LIMITS}. Whatever is not exactly as it should be stops the start. */
final class RulesReader {
  private static final Set<String> MEMBERS = Set.of("route", "key", "tier", "limit", "window");
  private static final int HIGHEST_LIMIT = 10_000_000;
  private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

  private final JsonMapper json;

  RulesReader(JsonMapper json) {
    this.json = json;
  }

  Rules read(String text) {
    var rules = new ArrayList<Rule>();
    for (var node : array(text)) {
      var rule = numbered(rules.size() + 1, node);
      if (rules.stream().anyMatch(rule::contradicts)) {
        throw wrong("rule " + (rules.size() + 1) + " repeats route, key and tier of another");
      }
      rules.add(rule);
    }
    return new Rules(rules);
  }

  private List<JsonNode> array(String text) {
    try {
      var node = json.readValue(text, JsonNode.class);
      if (node != null && node.isArray()) {
        var nodes = new ArrayList<JsonNode>();
        node.values().forEach(nodes::add);
        return nodes;
      }
    } catch (IOException _) {
      // Said below.
    }
    throw wrong("it is no JSON array");
  }

  private static Rule numbered(int number, JsonNode node) {
    try {
      return rule(node);
    } catch (IllegalArgumentException e) {
      throw wrong("rule " + number + ": " + e.getMessage());
    }
  }

  private static Rule rule(JsonNode node) {
    if (!node.isObject() || !members(node).equals(MEMBERS)) {
      throw new IllegalArgumentException("it must have exactly " + new TreeSet<>(MEMBERS));
    }
    return new Rule(
        RoutePattern.parse(text(node, "route")),
        named(LimitKey.values(), LimitKey::word, text(node, "key")),
        tier(text(node, "tier")),
        new Quota(limit(node.get("limit")), window(text(node, "window"))));
  }

  private static Set<String> members(JsonNode node) {
    var names = new TreeSet<String>();
    node.entries().forEach(member -> names.add(member.getKey()));
    return names;
  }

  private static Optional<Tier> tier(String text) {
    return text.equals("*")
        ? Optional.empty()
        : Optional.of(named(Tier.values(), Tier::word, text));
  }

  private static <E> E named(E[] known, Function<E, String> word, String text) {
    return Arrays.stream(known)
        .filter(each -> word.apply(each).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                text + " is none of " + Arrays.stream(known).map(word).toList()));
  }

  private static int limit(@Nullable JsonNode node) {
    var limit = node != null && node.isNumber() ? node.getNumberValue().doubleValue() : 0;
    if (limit != Math.rint(limit) || limit < 1 || limit > HIGHEST_LIMIT) {
      throw new IllegalArgumentException("limit must be a whole number from 1 to " + HIGHEST_LIMIT);
    }
    return (int) limit;
  }

  private static Duration window(String text) {
    try {
      var window = Duration.parse(text);
      if (window.toSeconds() >= 1 && window.compareTo(LONGEST_WINDOW) <= 0) {
        return window;
      }
    } catch (DateTimeParseException _) {
      // Said below.
    }
    throw new IllegalArgumentException("window must be such as PT1M, from a second to a day");
  }

  private static String text(JsonNode node, String name) {
    var value = node.get(name);
    if (value == null || !value.isString()) {
      throw new IllegalArgumentException(name + " must be a text");
    }
    return value.getStringValue();
  }

  private static IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException("RATE_LIMITS is malformed: " + why);
  }
}

package gantry.tokenscan.facts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one source knows about a token. Only what it said is in here. */
public final class Facts {
  public static final Facts NONE = new Builder().build();

  private final Map<Topic, Truth> truths;
  private final Map<Topic, BigDecimal> numbers;
  private final Map<Topic, Holdings> holdings;
  private final List<Warning> warnings;

  private Facts(Builder builder) {
    truths = new EnumMap<>(builder.truths);
    numbers = new EnumMap<>(builder.numbers);
    holdings = new EnumMap<>(builder.holdings);
    warnings = List.copyOf(builder.warnings);
  }

  public Truth truth(Topic topic) {
    return truths.getOrDefault(topic, Truth.UNKNOWN);
  }

  public boolean is(Topic topic) {
    return truth(topic) == Truth.YES;
  }

  public boolean isNot(Topic topic) {
    return truth(topic) == Truth.NO;
  }

  public Optional<BigDecimal> number(Topic topic) {
    return Optional.ofNullable(numbers.get(topic));
  }

  public Holdings holdings(Topic topic) {
    return holdings.getOrDefault(topic, Holdings.UNKNOWN);
  }

  public List<Warning> warnings() {
    return warnings;
  }

  /** Lists of holders only when nobody is missing from them. */
  public Set<Topic> known() {
    var known = EnumSet.noneOf(Topic.class);
    known.addAll(truths.keySet());
    known.addAll(numbers.keySet());
    holdings.forEach((topic, those) -> {
      if (those.isComplete()) {
        known.add(topic);
      }
    });
    return known;
  }

  /** A start for facts that differ in something. */
  public Builder toBuilder() {
    var builder = new Builder();
    builder.truths.putAll(truths);
    builder.numbers.putAll(numbers);
    builder.holdings.putAll(holdings);
    builder.warnings.addAll(warnings);
    return builder;
  }

  /** Collects facts; the unknown leaves no trace. */
  public static final class Builder {
    private final Map<Topic, Truth> truths = new EnumMap<>(Topic.class);
    private final Map<Topic, BigDecimal> numbers = new EnumMap<>(Topic.class);
    private final Map<Topic, Holdings> holdings = new EnumMap<>(Topic.class);
    private final List<Warning> warnings = new ArrayList<>();

    public Builder truth(Topic topic, Truth truth) {
      if (truth == Truth.UNKNOWN) {
        truths.remove(topic);
      } else {
        truths.put(topic, truth);
      }
      return this;
    }

    public Builder number(Topic topic, Optional<BigDecimal> number) {
      number.ifPresentOrElse(value -> numbers.put(topic, value), () -> numbers.remove(topic));
      return this;
    }

    public Builder holdings(Topic topic, Holdings those) {
      if (those.isKnown()) {
        holdings.put(topic, those);
      } else {
        holdings.remove(topic);
      }
      return this;
    }

    public Builder warning(Warning warning) {
      warnings.add(warning);
      return this;
    }

    public Facts build() {
      return new Facts(this);
    }
  }
}

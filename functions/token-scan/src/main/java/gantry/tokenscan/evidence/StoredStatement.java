package gantry.tokenscan.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.tokenscan.facts.Facts;
import gantry.tokenscan.facts.Holding;
import gantry.tokenscan.facts.Holdings;
import gantry.tokenscan.facts.Identity;
import gantry.tokenscan.facts.Silence;
import gantry.tokenscan.facts.Source;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Statement.Silent;
import gantry.tokenscan.facts.Topic;
import gantry.tokenscan.facts.Truth;
import gantry.tokenscan.facts.Warning;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement as Redis keeps it: an answer, or why there was none. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record StoredStatement(
    Source source, Instant at, @Nullable Silence silence, @Nullable StoredAnswer answer) {
  /** What is not in here is unknown. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record StoredAnswer(
      Identity identity,
      Map<Topic, Truth> truths,
      Map<Topic, BigDecimal> numbers,
      Map<Topic, List<Holding>> holdings,
      List<Warning> warnings) {
    static StoredAnswer of(Answered said) {
      var facts = said.facts();
      var truths = new EnumMap<Topic, Truth>(Topic.class);
      var numbers = new EnumMap<Topic, BigDecimal>(Topic.class);
      var holdings = new EnumMap<Topic, List<Holding>>(Topic.class);
      for (var topic : Topic.values()) {
        if (facts.truth(topic) != Truth.UNKNOWN) {
          truths.put(topic, facts.truth(topic));
        }
        facts.number(topic).ifPresent(number -> numbers.put(topic, number));
        if (facts.holdings(topic).isKnown()) {
          holdings.put(topic, facts.holdings(topic).all());
        }
      }
      return new StoredAnswer(said.identity(), truths, numbers, holdings, facts.warnings());
    }

    Facts facts() {
      var facts = Facts.NONE.toBuilder();
      truths.forEach(facts::truth);
      numbers.forEach((topic, number) -> facts.number(topic, Optional.of(number)));
      holdings.forEach((topic, all) -> facts.holdings(topic, new Holdings(all)));
      warnings.forEach(facts::warning);
      return facts.build();
    }
  }

  static StoredStatement of(Statement statement) {
    return switch (statement) {
      case Silent(var source, var at, var why) -> new StoredStatement(source, at, why, null);
      case Answered said ->
          new StoredStatement(said.source(), said.at(), null, StoredAnswer.of(said));
    };
  }

  Statement statement() {
    if (answer != null) {
      return new Answered(source, at, answer.identity(), answer.facts());
    }
    if (silence != null) {
      return new Silent(source, at, silence);
    }
    throw new IllegalStateException("Neither an answer nor why there is none");
  }
}

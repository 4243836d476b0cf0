package gantry.payments.intent;

import gantry.payments.intent.Intent.Origin;
import gantry.payments.verdict.Terms.Option;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Stores an intent's options; those of a product get an amount that nobody else is asked for. */
@Singleton
final class ReserveAmounts {
  private static final int MOST_DRAWS = 40;

  private final PostgresOptionStore store;
  private final RandomGenerator random = new SecureRandom();

  ReserveAmounts(PostgresOptionStore store) {
    this.store = store;
  }

  /** The options as they are to be paid. */
  List<Option> store(Intent intent, Instant now) {
    var stored = new ArrayList<Option>();
    for (var option : intent.options()) {
      stored.add(
          intent.origin() == Origin.SERVICE
              ? asStated(intent.id(), option, stored.size())
              : unique(intent.id(), option, new Draw(stored.size(), now)));
    }
    return stored;
  }

  private Option asStated(UUID intent, Option option, int position) {
    store.insertIfFree(row(intent, option, position, Kept.AS_STATED));
    return option;
  }

  private Option unique(UUID intent, Option option, Draw draw) {
    for (var collisions = 0; collisions < MOST_DRAWS; collisions++) {
      var units = UniqueAmount.draw(option.units(), option.asset(), collisions, random);
      var drawn = new Option(option.asset(), option.recipient(), units);
      if (reserved(intent, drawn, draw).isPresent()) {
        return drawn;
      }
    }
    throw new IllegalStateException("No amount is left for " + option.asset().currency());
  }

  private Optional<UUID> reserved(UUID intent, Option drawn, Draw draw) {
    // Until its grace and the next one's skew are over, a payment could be taken for either's.
    var ended = draw.now().minus(Intent.GRACE).minus(Intent.SKEW);
    var row = row(intent, drawn, draw.position(), Kept.RESERVED);
    if (store.isAsked(row.chain(), row.asset(), row.recipient(), row.units(), ended)) {
      return Optional.empty();
    }
    store.releaseEnded(row.chain(), row.asset(), row.recipient(), row.units(), ended);
    return Optional.ofNullable(store.insertIfFree(row));
  }

  private static OptionRow row(UUID intent, Option option, int position, Kept kept) {
    return new OptionRow(
        intent,
        option.asset().chain().toString(),
        option.asset().code(),
        option.recipient().toString(),
        new BigDecimal(option.units()),
        kept == Kept.RESERVED,
        position);
  }

  private record Draw(int position, Instant now) {}

  private enum Kept {
    RESERVED,
    AS_STATED
  }
}

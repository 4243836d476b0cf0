package gantry.payments.claim;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.payments.claim.ClaimRow.Sighted;
import gantry.payments.verdict.Money;
import gantry.payments.verdict.Verdict;
import gantry.providers.Json;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what was found into claims, and reads it again. */
@Singleton
final class ClaimBook {
  private final JsonMapper json;

  ClaimBook(JsonMapper json) {
    this.json = json;
  }

  /** A look that saw nothing takes nothing away from what an earlier one saw. */
  ClaimRow seen(ClaimRow claim, Verdict verdict) {
    var sighting = verdict.sighting();
    if (sighting == null) {
      return claim;
    }
    var money = verdict.money();
    return claim.seen(
        new Sighted(
            sighting.chain().toString(),
            sighting.hash().value(),
            money == null ? null : money.asset().currency(),
            money == null ? null : new BigDecimal(money.received()),
            legs(money),
            write(Facts.of(sighting, money))));
  }

  ClaimView view(ClaimRow claim) {
    return ClaimView.of(claim, facts(claim));
  }

  String nothing() {
    return write(Facts.NONE);
  }

  private static @Nullable String legs(@Nullable Money money) {
    return money == null
        ? null
        : money.legs().stream().map(leg -> leg.index()).sorted().collect(Collectors.joining("\n"));
  }

  private static Facts facts(ClaimRow claim) {
    return Json.read(claim.answer().getBytes(UTF_8)).map(Facts::read).orElse(Facts.NONE);
  }

  private String write(Facts facts) {
    try {
      return json.writeValueAsString(facts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

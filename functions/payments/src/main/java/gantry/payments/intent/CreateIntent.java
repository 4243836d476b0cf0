package gantry.payments.intent;

import gantry.lambda.UuidV7;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;

/** Makes an intent: what a product costs, or what a back end states. */
@Singleton
public final class CreateIntent {
  private static final int MOST_OPEN = 20;
  private static final int NONCE_BYTES = 16;

  private final Catalog catalog;
  private final IntentBook book;
  private final UuidV7 ids;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  CreateIntent(Catalog catalog, IntentBook book, UuidV7 ids, Clock clock) {
    this.catalog = catalog;
    this.book = book;
    this.ids = ids;
    this.clock = clock;
  }

  public sealed interface Outcome {
    record Created(Intent intent) implements Outcome {}

    /** By field. */
    record Refused(Map<String, String> complaints) implements Outcome {}

    /** A user has so many open ones that their amounts would be missing for others. */
    record TooMany() implements Outcome {}
  }

  public Outcome create(Requester requester, Wish wish) {
    var plan = new PlanIntent(catalog, wish, clock.instant());
    var intent = plan.plan(ids.next(), requester, nonce());
    if (intent.isEmpty()) {
      return new Outcome.Refused(plan.complaints());
    }
    if (!requester.statesTerms() && book.open(intent.get().owner(), clock.instant()) >= MOST_OPEN) {
      return new Outcome.TooMany();
    }
    return new Outcome.Created(book.store(intent.get(), clock.instant()));
  }

  private String nonce() {
    var bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}

package gantry.webhooks.stripe;

import gantry.providers.Answer;
import gantry.providers.CallLimits;
import gantry.providers.Deadline;
import gantry.providers.Outcome.Reason;
import gantry.providers.Outcome.Unavailable;
import gantry.providers.ProviderClient;
import gantry.providers.ProviderRequest;
import gantry.providers.ProviderSettings;
import gantry.providers.Providers;
import gantry.secrets.Secrets;
import gantry.webhooks.payload.RawBody;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Asks Stripe; it allows 100 calls a second, 25 in test mode. */
@Singleton
public class StripeClient {
  private static final String KEY = "STRIPE_API_KEY";
  private static final int NO_SUCH_KEY = 401;
  private static final int NOT_FOUND = 404;
  private static final CallLimits LIMITS =
      CallLimits.DEFAULT
          .within(Duration.ofSeconds(8), Duration.ofSeconds(4))
          .withAttempts(2)
          .withPerSecond(10);

  private final ProviderClient provider;
  private final Secrets secrets;

  StripeClient(Providers providers, StripeConfig config, Secrets secrets) {
    provider = providers.client(ProviderSettings.of("stripe", config.baseUrl()).limited(LIMITS));
    this.secrets = secrets;
  }

  /** Whether there is a key: without one Stripe tells nobody anything. */
  public boolean isReady() {
    return secrets.find(KEY).isPresent();
  }

  /** What a subscription is like, in Stripe's own document. */
  public FoundObject subscription(String id, Deadline deadline) {
    var request = ProviderRequest.get("v1", "subscriptions", id);
    secrets.find(KEY).ifPresent(key -> request.header("Authorization", "Bearer " + key));
    var begin = System.nanoTime();
    return switch (provider.call(request, deadline)) {
      case Answer answer when answer.isSuccess() ->
          new FoundObject.Shown(
              RawBody.of(answer.body()), asOf(answer, System.nanoTime() - begin).orElse(null));
      case Answer answer when answer.status() == NOT_FOUND -> new FoundObject.Missing();
      case Answer answer when answer.status() == NO_SUCH_KEY -> new FoundObject.Away();
      case Answer _ -> new FoundObject.Unknown();
      case Unavailable(var reason) when reason == Reason.TOO_LARGE -> new FoundObject.Unknown();
      case Unavailable _ -> new FoundObject.Away();
    };
  }

  /**
   * Before the question left us, by the clock of who answered: what changed later may be missing,
   * and its own event must count. A second for what the header leaves out.
   */
  private static Optional<Instant> asOf(Answer answer, long nanos) {
    return answer
        .header("Date")
        .flatMap(StripeClient::time)
        .map(date -> date.minusNanos(nanos).minusSeconds(1).truncatedTo(ChronoUnit.SECONDS));
  }

  private static Optional<Instant> time(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}

package gantry.webhooks.lemonsqueezy;

import gantry.providers.Answer;
import gantry.providers.CallLimits;
import gantry.providers.Deadline;
import gantry.providers.Json;
import gantry.providers.Outcome;
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
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/** Asks Lemon Squeezy; it allows 300 calls a minute. */
@Singleton
public class LemonSqueezyClient {
  private static final String JSON_API = "application/vnd.api+json";
  private static final int NO_SUCH_KEY = 401;
  private static final int NOT_FOUND = 404;
  private static final int THROTTLED = 429;
  private static final CallLimits LIMITS =
      CallLimits.DEFAULT
          .within(Duration.ofSeconds(8), Duration.ofSeconds(4))
          .withAttempts(2)
          .withPerSecond(4);

  private final ProviderClient provider;
  private final Secrets secrets;

  LemonSqueezyClient(Providers providers, LemonSqueezyConfig config, Secrets secrets) {
    provider =
        providers.client(
            ProviderSettings.of("lemonsqueezy", config.baseUrl())
                .limited(LIMITS)
                .accepting(JSON_API, "application/json"));
    this.secrets = secrets;
  }

  /** What it is like, in the provider's own document. */
  public FoundSubscription subscription(String id, Deadline deadline) {
    return switch (call(ProviderRequest.get("v1", "subscriptions", id), deadline)) {
      case Answer answer when answer.isSuccess() ->
          new FoundSubscription.Shown(RawBody.of(answer.body()));
      case Answer answer when answer.status() == NOT_FOUND -> new FoundSubscription.Missing();
      case Answer answer when answer.status() == NO_SUCH_KEY -> new FoundSubscription.Away();
      case Answer _ -> new FoundSubscription.Unknown();
      case Unavailable(var reason) when reason == Reason.TOO_LARGE ->
          new FoundSubscription.Unknown();
      case Unavailable _ -> new FoundSubscription.Away();
    };
  }

  /** What was reported of an item in this billing period. */
  public FoundUsage currentUsage(String item, Deadline deadline) {
    var request = ProviderRequest.get("v1", "subscription-items", item, "current-usage");
    return switch (call(request, deadline)) {
      case Answer answer when answer.isSuccess() ->
          answer
              .json()
              .flatMap(json -> usage(json.at("meta")))
              .<FoundUsage>map(FoundUsage.Shown::new)
              .orElseGet(FoundUsage.Unknown::new);
      case Answer answer when answer.status() == NOT_FOUND -> new FoundUsage.Missing();
      case Answer _ -> new FoundUsage.Unknown();
      case Unavailable _ -> new FoundUsage.Unknown();
    };
  }

  /** Sent once: they know no idempotency key. */
  public UsageAnswer report(String item, UsageRecord record, Deadline deadline) {
    var request =
        ProviderRequest.post("v1", "usage-records").body(JSON_API, document(item, record));
    return switch (call(request, deadline)) {
      case Answer answer when answer.isSuccess() -> UsageAnswer.TAKEN;
      case Answer answer when answer.status() == THROTTLED -> UsageAnswer.UNKNOWN;
      case Answer _ -> UsageAnswer.REFUSED;
      case Unavailable _ -> UsageAnswer.UNKNOWN;
    };
  }

  public enum UsageAnswer {
    TAKEN,
    REFUSED,
    UNKNOWN
  }

  private Outcome call(ProviderRequest request, Deadline deadline) {
    secrets
        .find("LEMONSQUEEZY_API_KEY")
        .ifPresent(key -> request.header("Authorization", "Bearer " + key));
    return provider.call(request, deadline);
  }

  private static String document(String item, UsageRecord record) {
    return Json.write(
        Map.of(
            "data",
            Map.of(
                "type",
                "usage-records",
                "attributes",
                Map.of("quantity", record.quantity(), "action", record.action().slug()),
                "relationships",
                Map.of(
                    "subscription-item",
                    Map.of("data", Map.of("type", "subscription-items", "id", item))))));
  }

  private static Optional<CurrentUsage> usage(Json meta) {
    try {
      return meta.at("quantity")
          .integer()
          .flatMap(quantity ->
              meta.at("period_start")
                  .text()
                  .map(start ->
                      new CurrentUsage(
                          quantity.longValueExact(), OffsetDateTime.parse(start).toInstant())));
    } catch (ArithmeticException | DateTimeException _) {
      return Optional.empty();
    }
  }
}

package gantry.webhooks.subscriptions;

import static java.util.stream.Collectors.toMap;

import gantry.webhooks.handler.Document;
import gantry.webhooks.handler.Documents;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.payload.RawBody;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tells whether an event of the provider says something else than we know. */
@Singleton
public final class CompareSubscription {
  private final PostgresSubscriptionStore store;
  private final Documents documents;
  private final Map<Provider, SubscriptionWebhooks> providers;

  CompareSubscription(
      PostgresSubscriptionStore store, Documents documents, List<SubscriptionWebhooks> providers) {
    this.store = store;
    this.documents = documents;
    this.providers =
        providers.stream().collect(toMap(SubscriptionWebhooks::provider, Function.identity()));
  }

  public enum Difference {
    NONE,
    /** Nothing differs, but it settles what was in dispute. */
    CONFIRMED,
    /** It is not as we know it. */
    DRIFT
  }

  /** Leaves the subscription locked. */
  public Difference compare(SubscriptionKey key, RawBody document) {
    var known = store.lock(key);
    var state = documents.read(document).flatMap(told -> state(key, told)).orElse(null);
    if (known.isEmpty() || state == null) {
      return Difference.NONE;
    }
    if (!known.get().fingerprint().equals(state.fingerprint())) {
      return Difference.DRIFT;
    }
    return known.get().suspect() ? Difference.CONFIRMED : Difference.NONE;
  }

  /** The same as long as nothing of what the provider tells has changed. */
  public Optional<String> fingerprint(SubscriptionKey key) {
    return store.lock(key).map(SubscriptionRow::fingerprint);
  }

  private Optional<SubscriptionState> state(SubscriptionKey key, Document document) {
    return Optional.ofNullable(providers.get(key.provider()))
        .map(provider -> provider.state(document));
  }
}

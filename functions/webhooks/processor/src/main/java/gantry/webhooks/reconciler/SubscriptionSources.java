package gantry.webhooks.reconciler;

import gantry.providers.Deadline;
import gantry.webhooks.reconciler.SubscriptionSource.Answer;
import gantry.webhooks.subscriptions.SubscriptionKey;
import jakarta.inject.Singleton;
import java.util.List;

/** Every provider that can be asked. */
@Singleton
record SubscriptionSources(List<SubscriptionSource> all) {
  SubscriptionSources {
    all = List.copyOf(all);
  }

  /** Names of those that would answer. */
  List<String> ready() {
    return all.stream()
        .filter(SubscriptionSource::isReady)
        .map(source -> source.provider().slug())
        .toList();
  }

  Answer ask(SubscriptionKey key, Deadline deadline) {
    return all.stream()
        .filter(source -> source.provider() == key.provider())
        .findFirst()
        .map(source -> source.ask(key, deadline))
        .orElseGet(Answer.Unknown::new);
  }
}

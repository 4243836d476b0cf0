package gantry.operations.deadletters;

import gantry.operations.health.HealthConfig;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The dead-letter queues that health watches, and where their messages came from. */
@Singleton
final class DeadLetterQueues {
  /**
   * An event that failed is decided: only its replay is work again. The letter is a copy of it, to
   * be discarded afterwards.
   */
  private static final Set<String> COPIES = Set.of("webhook-inbox");

  private final HealthConfig config;

  DeadLetterQueues(HealthConfig config) {
    this.config = config;
  }

  Map<String, String> addresses() {
    return config.deadLetterAddresses();
  }

  Optional<DeadLetterQueue> named(String name) {
    return Optional.ofNullable(addresses().get(name))
        .map(address -> new DeadLetterQueue(name, address, source(name)));
  }

  /** A schedule or a stream that failed left no work, but a message about it. */
  private Optional<String> source(String name) {
    return Optional.ofNullable(config.addresses().get(name)).filter(_ -> !COPIES.contains(name));
  }
}

package gantry.operations.health;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks all components at once; one that hangs delays nobody else's answer. */
@Singleton
class CheckHealth {
  private static final Logger LOG = LoggerFactory.getLogger(CheckHealth.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final List<Component> components;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  CheckHealth(List<Component> components, Clock clock) {
    this.components = components.stream().sorted(Comparator.comparing(Component::name)).toList();
    this.clock = clock;
  }

  HealthReport check() {
    var asked = components.stream().map(this::ask).toList();
    return new HealthReport(clock.instant(), asked.stream().map(CompletableFuture::join).toList());
  }

  private CompletableFuture<ComponentReport> ask(Component component) {
    var start = System.nanoTime();
    return CompletableFuture.supplyAsync(() -> observe(component), threads)
        .completeOnTimeout(
            Observation.unhealthy("no answer"), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(observation -> report(component, start, observation));
  }

  /** The class only: messages may quote addresses. */
  private static Observation observe(Component component) {
    try {
      return component.observe();
    } catch (RuntimeException e) {
      LOG.warn("{} is unhealthy: {}", component.name(), e.toString());
      return Observation.unhealthy(e.getClass().getSimpleName());
    }
  }

  private static ComponentReport report(Component component, long start, Observation observation) {
    var latency = Duration.ofNanos(System.nanoTime() - start);
    return new ComponentReport(component.name(), component.isRequired(), latency, observation);
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }
}

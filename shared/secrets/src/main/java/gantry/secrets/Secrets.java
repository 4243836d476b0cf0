package gantry.secrets;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds a secret {@code X} in the environment variable {@code X}, else in Secrets Manager under
 * {@code X_ARN}. An empty one is absent.
 */
public final class Secrets {
  private final UnaryOperator<@Nullable String> environment;
  private final SecretStore store;
  private final Clock clock;
  private final Map<String, RememberedSecret> remembered = new ConcurrentHashMap<>();

  Secrets(UnaryOperator<@Nullable String> environment, SecretStore store, Clock clock) {
    this.environment = environment;
    this.store = store;
    this.clock = clock;
  }

  /** Reads this process's environment; calls Secrets Manager only when a name needs it. */
  public static Secrets ofEnvironment(Clock clock) {
    return of(System::getenv, clock);
  }

  /** Reads these variables instead. */
  public static Secrets of(UnaryOperator<@Nullable String> environment, Clock clock) {
    return new Secrets(environment, SecretStore.ofEnvironment(), clock);
  }

  /** Reads these variables in place of the process's own. */
  public static Secrets of(Map<String, String> variables, Clock clock) {
    return new Secrets(
        name -> name == null ? null : variables.get(name), SecretStore.ofEnvironment(), clock);
  }

  /** Throws {@link SecretUnavailableException} when nobody knows: unknown is not absent. */
  public Optional<String> find(String name) {
    return variable(name).or(() -> variable(name + "_ARN").flatMap(this::fromStore));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.apply(name)).filter(text -> !text.isEmpty());
  }

  private Optional<String> fromStore(String arn) {
    return remembered
        .computeIfAbsent(arn, _ -> new RememberedSecret(() -> store.read(arn), clock))
        .value();
  }
}

package gantry.problem;

import java.util.Optional;
import java.util.stream.Stream;

/** An exception with its causes, also when these run in a circle. */
final class Causes {
  private static final int LONGEST_CHAIN = 20;

  private Causes() {}

  static Stream<Throwable> of(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(LONGEST_CHAIN);
  }

  static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    return of(failure).filter(type::isInstance).map(type::cast).findFirst();
  }
}

package gantry.payments;

import gantry.postgres.TimeCursor;
import gantry.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where in a list to go on, and how far; collects what is wrong. */
final class ListQuery {
  private static final int MOST = 200;
  private static final int USUAL = 50;

  private final Function<String, @Nullable String> texts;
  private final List<FieldError> errors = new ArrayList<>();

  ListQuery(Function<String, @Nullable String> texts) {
    this.texts = texts;
  }

  TimeCursor cursor() {
    return read("cursor", "was not made by this list", TimeCursor::of).orElse(TimeCursor.LAST);
  }

  int limit() {
    return read("limit", "must be 1 to " + MOST, ListQuery::number).orElse(USUAL);
  }

  <T> Optional<T> read(String name, String complaint, Function<String, Optional<T>> reader) {
    var text = texts.apply(name);
    if (text == null) {
      return Optional.empty();
    }
    var value = reader.apply(text);
    if (value.isEmpty()) {
      errors.add(new FieldError(name, complaint));
    }
    return value;
  }

  List<FieldError> errors() {
    return List.copyOf(errors);
  }

  private static Optional<Integer> number(String text) {
    try {
      return Optional.of(Integer.valueOf(text)).filter(it -> it >= 1 && it <= MOST);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}

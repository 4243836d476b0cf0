package gantry.webhooks.events;

import gantry.postgres.TimeCursor;
import gantry.problem.FieldError;
import gantry.webhooks.inbox.State;
import gantry.webhooks.payload.Provider;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads filters and a place to go on from the texts of a request, and collects what is wrong. */
final class EventQuery {
  static final Instant EARLIEST = Instant.EPOCH;
  static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private static final int MAX_TEXT = 200;

  private final Function<String, @Nullable String> texts;
  private final List<FieldError> errors = new ArrayList<>();

  EventQuery(Function<String, @Nullable String> texts) {
    this.texts = texts;
  }

  EventFilter filter() {
    return new EventFilter(
        text("provider", "is no provider", value -> Provider.of(value).isPresent()),
        text("state", "is no state", EventQuery::isState),
        text("type", "is too long or unprintable", EventQuery::isPlain),
        text("resource", "is too long or unprintable", EventQuery::isPlain),
        read("from", "is no ISO-8601 time", EventQuery::time).orElse(EARLIEST),
        read("to", "is no ISO-8601 time", EventQuery::time).orElse(LATEST));
  }

  TimeCursor cursor(TimeCursor otherwise) {
    return read("cursor", "was not made by this list", TimeCursor::of).orElse(otherwise);
  }

  int limit(int most, int otherwise) {
    return read("limit", "must be 1 to " + most, text -> number(text, most)).orElse(otherwise);
  }

  List<FieldError> errors() {
    return List.copyOf(errors);
  }

  private @Nullable String text(String name, String complaint, Function<String, Boolean> isValid) {
    return read(name, complaint, value -> Optional.of(value).filter(isValid::apply)).orElse(null);
  }

  private <T> Optional<T> read(
      String name, String complaint, Function<String, Optional<T>> reader) {
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

  private static boolean isState(String text) {
    return Arrays.stream(State.values()).anyMatch(state -> state.name().equals(text));
  }

  private static boolean isPlain(String text) {
    return text.length() <= MAX_TEXT && text.chars().noneMatch(Character::isISOControl);
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text))
          .filter(time -> !time.isBefore(EARLIEST) && !time.isAfter(LATEST));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> number(String text, int most) {
    try {
      return Optional.of(Integer.valueOf(text)).filter(number -> number >= 1 && number <= most);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}

package gantry.payments.intent;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with a wish, by field. */
final class Complaints {
  private final Map<String, String> byField = new LinkedHashMap<>();

  void add(String field, String complaint) {
    byField.putIfAbsent(field, complaint);
  }

  void addUnless(boolean isRight, String field, String complaint) {
    if (!isRight) {
      add(field, complaint);
    }
  }

  boolean areNone() {
    return byField.isEmpty();
  }

  Map<String, String> byField() {
    return Map.copyOf(byField);
  }
}

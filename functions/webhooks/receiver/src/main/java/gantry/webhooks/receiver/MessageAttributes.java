package gantry.webhooks.receiver;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** The attributes of a queue message that ought to be ours. */
record MessageAttributes(Map<String, String> attributes) {
  String text(String name) {
    var text = attributes.get(name);
    if (text == null) {
      throw foreign();
    }
    return text;
  }

  Instant instant(String name) {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeParseException odd) {
      throw foreign();
    }
  }

  Instant instant(String name, Instant otherwise) {
    return attributes.containsKey(name) ? instant(name) : otherwise;
  }

  IllegalArgumentException foreign() {
    return new IllegalArgumentException("Not a message of the webhook receiver");
  }
}

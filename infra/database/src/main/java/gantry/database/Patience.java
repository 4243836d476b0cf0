package gantry.database;

import java.time.Duration;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** How long a server may stay silent: less than Lambda gives, so that somebody hears of it. */
enum Patience {
  QUESTION(Duration.ofSeconds(5)),
  /** The function has 300 seconds. */
  MIGRATION(Duration.ofSeconds(270)),
  /** The function has 900 seconds. */
  MAINTENANCE(Duration.ofMinutes(14));

  /** The server ends a statement before the driver drops the connection. */
  private static final Duration HEADWAY = Duration.ofSeconds(10);

  private final Duration silence;

  Patience(Duration silence) {
    this.silence = silence;
  }

  /** The address with every limit that it does not name itself. */
  String limit(String url) {
    var limits =
        new StringJoiner("&", url + (url.contains("?") ? "&" : "?"), "").setEmptyValue(url);
    Stream.of(
            "connectTimeout=5",
            "loginTimeout=10",
            "socketTimeout=" + silence.toSeconds(),
            "tcpKeepAlive=true")
        .filter(limit -> !url.contains(limit.substring(0, limit.indexOf('=') + 1)))
        .forEach(limits::add);
    return limits.toString();
  }

  /** As a statement of the session. */
  String statementTimeout() {
    return "SET statement_timeout = " + silence.minus(HEADWAY).toMillis();
  }
}

package gantry.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/** What one channel tells people about an alert. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Notice(
    UUID alert,
    String rule,
    Severity severity,
    State state,
    String summary,
    double value,
    Instant since,
    Channel channel) {

  /** What became of the alert. */
  public enum State {
    FIRING,
    RECOVERED
  }

  /** Where it is told. */
  public enum Channel {
    SLACK(Severity.LOW),
    EMAIL(Severity.MEDIUM),
    PAGERDUTY(Severity.HIGH);

    private final Severity from;

    Channel(Severity from) {
      this.from = from;
    }

    boolean isFor(Severity severity) {
      return severity.compareTo(from) >= 0;
    }
  }
}

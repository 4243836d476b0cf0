package gantry.alerts;

import static gantry.problem.ProblemResponses.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.alerts.AcknowledgeAlert.Outcome;
import gantry.audit.Actor;
import gantry.identity.Caller;
import gantry.identity.RequiresRole;
import gantry.identity.Role;
import gantry.openapi.Answers;
import gantry.postgres.TimeCursor;
import gantry.problem.FieldError;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What fires, what fired, and who looks after it. */
@Controller("/v1/alerts")
@RequiresRole(Role.ADMIN)
class AlertsController {
  private final PostgresAlertStore store;
  private final AcknowledgeAlert acknowledgeAlert;

  AlertsController(PostgresAlertStore store, AcknowledgeAlert acknowledgeAlert) {
    this.store = store;
    this.acknowledgeAlert = acknowledgeAlert;
  }

  /** Lists alerts, the newest first. */
  @Get
  @Answers(AlertPage.class)
  HttpResponse<?> list(
      @QueryValue @Nullable @Pattern(regexp = "|FIRING|RECOVERED") String state,
      @QueryValue @Nullable String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit) {
    var after = TimeCursor.before(cursor);
    if (after.isEmpty()) {
      var error = new FieldError("cursor", "was not made by this list");
      return problem(
          HttpStatus.BAD_REQUEST, "invalid-parameter", "A parameter is not valid", List.of(error));
    }
    var place = after.get();
    var wanted = Objects.requireNonNullElse(state, "");
    return HttpResponse.ok(
        AlertPage.of(store.list(wanted, place.at(), place.id(), limit + 1), limit));
  }

  /** Takes an alert over: from then on it is told no more until it recovers. */
  @Post("/{id}/acknowledge")
  @Answers(
      value = AlertView.class,
      problems = {"alert-not-found", "alert-recovered"})
  HttpResponse<?> acknowledge(@PathVariable UUID id, Caller caller) {
    return switch (acknowledgeAlert.acknowledge(id, new Actor(caller.tenant(), caller.userId()))) {
      case Outcome.Acknowledged(var alert) -> HttpResponse.ok(AlertView.of(alert));
      case Outcome.Over _ ->
          problem(HttpStatus.CONFLICT, "alert-recovered", "The alert has recovered");
      case Outcome.Unknown _ ->
          problem(HttpStatus.NOT_FOUND, "alert-not-found", "There is no such alert");
    };
  }

  /** Part of the list, newest first; without a cursor it is the last. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record AlertPage(List<AlertView> items, @Nullable String nextCursor) {
    /** One more than the limit was asked for: it only tells that there is more. */
    static AlertPage of(List<AlertRow> found, int limit) {
      var isLast = found.size() <= limit;
      var alerts = isLast ? found : found.subList(0, limit);
      return new AlertPage(
          alerts.stream().map(AlertView::of).toList(),
          isLast ? null : cursor(alerts.getLast()).text());
    }

    private static TimeCursor cursor(AlertRow alert) {
      return new TimeCursor(alert.firedAt(), alert.id());
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record AlertView(
      UUID id,
      String rule,
      String severity,
      String state,
      @Nullable Double value,
      Instant firedAt,
      @Nullable Instant recoveredAt,
      @Nullable Instant acknowledgedAt,
      @Nullable String acknowledgedBy) {
    static AlertView of(AlertRow alert) {
      return new AlertView(
          alert.id(),
          alert.rule(),
          alert.severity(),
          alert.state(),
          alert.value(),
          alert.firedAt(),
          alert.recoveredAt(),
          alert.acknowledgedAt(),
          alert.acknowledgedBy());
    }
  }
}

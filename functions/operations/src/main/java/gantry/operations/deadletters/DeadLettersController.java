package gantry.operations.deadletters;

import static gantry.problem.ProblemResponses.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.audit.Actor;
import gantry.emergency.WorksInEmergency;
import gantry.http.input.RefusesUnknownFields;
import gantry.identity.Caller;
import gantry.identity.RequiresRole;
import gantry.identity.Role;
import gantry.openapi.Answers;
import gantry.operations.deadletters.SettleDeadLetters.Outcome;
import gantry.operations.health.QueueCounts;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What queues have given up: shown, moved back, thrown away. */
@Controller("/v1/dead-letters")
@RequiresRole(Role.ADMIN)
@WorksInEmergency
class DeadLettersController {
  private final DeadLetterQueues queues;
  private final QueueCounts counts;
  private final ViewDeadLetters viewDeadLetters;
  private final SettleDeadLetters settleDeadLetters;

  DeadLettersController(
      DeadLetterQueues queues,
      QueueCounts counts,
      ViewDeadLetters viewDeadLetters,
      SettleDeadLetters settleDeadLetters) {
    this.queues = queues;
    this.counts = counts;
    this.viewDeadLetters = viewDeadLetters;
    this.settleDeadLetters = settleDeadLetters;
  }

  /** Lists the dead-letter queues, and how many messages lie in each. */
  @Get
  QueuePage list() {
    var waiting = counts.waiting(queues.addresses());
    return new QueuePage(
        waiting.entrySet().stream()
            .map(
                queue -> new QueueView(queue.getKey(), queue.getValue(), isMovable(queue.getKey())))
            .toList(),
        null);
  }

  private boolean isMovable(String name) {
    return queues.named(name).flatMap(DeadLetterQueue::source).isPresent();
  }

  /** Shows the next ten messages of a queue, and leaves them there. */
  @Get("/{queue}")
  @Answers(value = LetterPage.class, problems = "dead-letter-queue-not-found")
  HttpResponse<?> show(String queue) {
    return viewDeadLetters
        .next(queue)
        .<HttpResponse<?>>map(letters ->
            HttpResponse.ok(new LetterPage(letters.stream().map(LetterView::of).toList(), null)))
        .orElseGet(DeadLettersController::unknown);
  }

  /** Moves messages back to the queue that gave them up; all, up to a hundred, without ids. */
  @Post("/{queue}/requeue")
  @Answers(
      value = SettledView.class,
      problems = {"dead-letter-queue-not-found", "dead-letters-without-source"})
  HttpResponse<?> requeue(String queue, @Valid @Body RequeueRequest request, Caller caller) {
    return answer(settleDeadLetters.requeue(order(queue, request.ids(), request.reason(), caller)));
  }

  /** Throws the named messages away. */
  @Post("/{queue}/discard")
  @Answers(value = SettledView.class, problems = "dead-letter-queue-not-found")
  HttpResponse<?> discard(String queue, @Valid @Body DiscardRequest request, Caller caller) {
    return answer(settleDeadLetters.discard(order(queue, request.ids(), request.reason(), caller)));
  }

  private static SettleOrder order(
      String queue, @Nullable List<String> ids, @Nullable String reason, Caller caller) {
    return new SettleOrder(
        queue,
        ids == null ? Set.of() : Set.copyOf(ids),
        reason == null ? "" : reason,
        new Actor(caller.tenant(), caller.userId()));
  }

  private static HttpResponse<?> answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Settled(var count) -> HttpResponse.ok(new SettledView(count));
      case Outcome.UnknownQueue _ -> unknown();
      case Outcome.WithoutSource _ ->
          problem(
              HttpStatus.CONFLICT, "dead-letters-without-source", "Nothing would read them again");
    };
  }

  private static HttpResponse<?> unknown() {
    return problem(
        HttpStatus.NOT_FOUND, "dead-letter-queue-not-found", "There is no such dead-letter queue");
  }

  @Serdeable
  @RefusesUnknownFields
  record RequeueRequest(
      @Size(max = SettleDeadLetters.MOST)
          @Nullable List<@NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,100}") String> ids,
      @NotBlank @Size(max = 500) @Pattern(regexp = "[^\\x00-\\x1f\\x7f]*")
          @Nullable String reason) {}

  @Serdeable
  @RefusesUnknownFields
  record DiscardRequest(
      @NotEmpty @Size(max = SettleDeadLetters.MOST)
          @Nullable List<@NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,100}") String> ids,
      @NotBlank @Size(max = 500) @Pattern(regexp = "[^\\x00-\\x1f\\x7f]*")
          @Nullable String reason) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record QueuePage(List<QueueView> items, @Nullable String nextCursor) {}

  @Serdeable
  record QueueView(String queue, long waiting, boolean requeueable) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record LetterPage(List<LetterView> items, @Nullable String nextCursor) {}

  @Serdeable
  record SettledView(int settled) {}
}

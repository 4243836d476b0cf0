package gantry.fakefollowers.audit;

import static gantry.problem.ProblemResponses.problem;
import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.fakefollowers.batch.BatchJson;
import gantry.fakefollowers.batch.FollowerBody;
import gantry.identity.Caller;
import gantry.openapi.Answers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An audit's followers as JSON, lines or a spreadsheet, its progress, and its picture. */
@Controller("/v1/follower-audits/{id}")
class AuditResultsController {
  private static final String CSV = "text/csv";
  private static final String EVENTS = "text/event-stream";
  private static final String SVG = "image/svg+xml";

  private final Audits audits;
  private final ViewAudit viewAudit;
  private final ProgressEvents progressEvents;
  private final BatchJson json;

  AuditResultsController(
      Audits audits, ViewAudit viewAudit, ProgressEvents progressEvents, BatchJson json) {
    this.audits = audits;
    this.viewAudit = viewAudit;
    this.progressEvents = progressEvents;
    this.json = json;
  }

  /** Lists an audit's followers with their scores, as JSON, CSV or lines. */
  @Get(
      uri = "/followers",
      produces = {MediaType.APPLICATION_JSON, CSV, FollowerBody.LINES})
  @Answers(
      value = FollowerPage.class,
      types = {MediaType.APPLICATION_JSON, CSV, FollowerBody.LINES},
      problems = "followers-retired")
  HttpResponse<?> followers(String id, HttpRequest<?> request, Caller caller) {
    return withAudit(id, caller, audit -> followers(audit, request));
  }

  private HttpResponse<?> followers(VisibleAudit audit, HttpRequest<?> request) {
    if (audit.stored().isRetired()) {
      return problem(
          HttpStatus.GONE, "followers-retired", "The audit's followers are kept no longer");
    }
    var query = new AuditQuery(name -> request.getParameters().get(name));
    var verdict = query.verdict();
    var cursor = query.cursor();
    var limit = query.limit();
    return query.errors().isEmpty()
        ? page(viewAudit.page(audit, verdict, cursor, limit), format(request))
        : problem(
            HttpStatus.BAD_REQUEST,
            "invalid-parameter",
            "A parameter is not valid",
            query.errors());
  }

  private static String format(HttpRequest<?> request) {
    var accepted = String.valueOf(request.getHeaders().get("Accept"));
    if (accepted.contains(CSV)) {
      return CSV;
    }
    return accepted.contains(FollowerBody.LINES) ? FollowerBody.LINES : MediaType.APPLICATION_JSON;
  }

  private HttpResponse<?> page(FollowerPage page, String format) {
    return switch (format) {
      case CSV -> text(FollowerCsv.of(page.items()), CSV, page);
      case FollowerBody.LINES -> text(lines(page), FollowerBody.LINES, page);
      default -> HttpResponse.ok(page);
    };
  }

  private String lines(FollowerPage page) {
    return page.items().stream()
        .map(follower -> json.write(follower) + "\n")
        .collect(Collectors.joining());
  }

  /** What is no JSON says in a header where it goes on. */
  private static HttpResponse<?> text(String text, String type, FollowerPage page) {
    var answer = text(text, type);
    return page.nextCursor() == null
        ? answer
        : answer.header("Gantry-Next-Cursor", page.nextCursor());
  }

  private static MutableHttpResponse<byte[]> text(String text, String type) {
    return HttpResponse.ok(text.getBytes(UTF_8)).contentType(MediaType.of(type + ";charset=utf-8"));
  }

  /** Tells how far an audit is, as server-sent events; ask again with Last-Event-ID. */
  @Get(
      uri = "/progress",
      produces = {EVENTS, MediaType.APPLICATION_JSON})
  @Answers(
      value = String.class,
      types = EVENTS,
      status = {200, 204})
  HttpResponse<?> progress(String id, HttpRequest<?> request, Caller caller) {
    return withAudit(
        id,
        caller,
        audit -> {
          var last = request.getHeaders().get("Last-Event-ID");
          var events =
              progressEvents.since(last, viewAudit.view(audit), viewAudit.waitingBatches());
          return events.isPresent() ? text(events.get(), EVENTS) : HttpResponse.noContent();
        });
  }

  /** Draws how the scores are distributed. */
  @Get(
      uri = "/chart.svg",
      produces = {SVG, MediaType.APPLICATION_JSON})
  @Answers(value = String.class, types = SVG)
  HttpResponse<?> chart(String id, Caller caller) {
    return withAudit(id, caller, audit -> text(Histogram.svg(viewAudit.histogram(audit)), SVG));
  }

  private HttpResponse<?> withAudit(
      String id, Caller caller, Function<VisibleAudit, HttpResponse<?>> use) {
    var audit = AuditId.of(id).flatMap(known -> audits.find(known, caller));
    return audit.isPresent()
        ? use.apply(audit.get())
        : problem(HttpStatus.NOT_FOUND, "not-found", "There is no such audit");
  }
}

package gantry.operations;

import static gantry.problem.ProblemResponses.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.audit.AuditFilter;
import gantry.audit.AuditVerification;
import gantry.audit.VerifyAudit;
import gantry.audit.ViewAudit;
import gantry.emergency.WorksInEmergency;
import gantry.identity.RequiresRole;
import gantry.identity.Role;
import gantry.openapi.Answers;
import gantry.postgres.TimeCursor;
import gantry.problem.FieldError;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who did what, and whether anybody has touched what was written down about it. */
@Controller("/v1/audit-events")
@RequiresRole(Role.ADMIN)
@WorksInEmergency
class AuditEventsController {
  /** The gateway waits 30 seconds. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final ViewAudit viewAudit;
  private final VerifyAudit verifyAudit;

  AuditEventsController(ViewAudit viewAudit, VerifyAudit verifyAudit) {
    this.viewAudit = viewAudit;
    this.verifyAudit = verifyAudit;
  }

  /** Lists who did what, the newest first. */
  @Get
  @Answers(AuditPage.class)
  HttpResponse<?> list(@RequestBean AuditQuery query) {
    var errors = query.errors();
    return errors.isEmpty()
        ? HttpResponse.ok(page(query))
        : problem(HttpStatus.BAD_REQUEST, "invalid-parameter", "A parameter is not valid", errors);
  }

  private AuditPage page(AuditQuery query) {
    var before = query.place().orElseThrow();
    return AuditPage.of(
        viewAudit.newestFirst(query.filter(), before, query.size() + 1), query.size());
  }

  /** Checks the chains of the audit as far as the time goes. */
  @Get("/verification")
  Verification verification(@QueryValue @Nullable @Size(max = 300) String after) {
    return Verification.of(verifyAudit.verify(LONGEST, after));
  }

  /** The filters of the list. */
  @Introspected
  record AuditQuery(
      @QueryValue @Nullable String tenant,
      @QueryValue @Nullable String actor,
      @QueryValue @Nullable String action,
      @QueryValue @Nullable String objectType,
      @QueryValue @Nullable String object,
      @QueryValue @Nullable Instant from,
      @QueryValue @Nullable Instant to,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable Integer limit) {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    List<FieldError> errors() {
      var errors = new ArrayList<FieldError>();
      if (size() < 1 || size() > MAX_LIMIT) {
        errors.add(new FieldError("limit", "must be 1 to " + MAX_LIMIT));
      }
      if (place().isEmpty()) {
        errors.add(new FieldError("cursor", "was not made by this list"));
      }
      return errors;
    }

    Optional<TimeCursor> place() {
      return TimeCursor.before(cursor);
    }

    int size() {
      return limit == null ? DEFAULT_LIMIT : limit;
    }

    AuditFilter filter() {
      return new AuditFilter(
          tenant, actor, action, objectType, object, within(from, EARLIEST), within(to, LATEST));
    }

    /** PostgreSQL knows fewer years than an Instant. */
    private static Instant within(@Nullable Instant time, Instant otherwise) {
      if (time == null) {
        return otherwise;
      }
      return time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Verification(
      boolean intact, int chains, long events, List<Broken> broken, @Nullable String goOnAfter) {
    static Verification of(AuditVerification found) {
      return new Verification(
          found.isIntact(),
          found.chains(),
          found.events(),
          found.broken().stream()
              .map(link -> new Broken(link.chain(), link.number(), link.reason().name()))
              .toList(),
          found.goOnAfter());
    }
  }

  @Serdeable
  record Broken(String chain, long number, String reason) {}
}

package gantry.webhooks.access;

import static gantry.problem.ProblemResponses.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.identity.Caller;
import gantry.identity.Role;
import gantry.lambda.Identifier;
import gantry.openapi.Answers;
import gantry.webhooks.grants.Access;
import gantry.webhooks.grants.Access.User;
import gantry.webhooks.grants.Reason;
import gantry.webhooks.grants.ResolveAccess;
import gantry.webhooks.usage.MeterUse;
import gantry.webhooks.usage.ReadUsage;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a user may do now; {@link AccessV1} turns it into the older version's form. */
@Controller("/v2/access")
class AccessController {
  private final ResolveAccess access;
  private final ReadUsage usage;

  AccessController(ResolveAccess access, ReadUsage usage) {
    this.access = access;
    this.usage = usage;
  }

  /** Operators may ask about users of any tenant. */
  @Get("/{userId}")
  @Answers(View.class)
  HttpResponse<?> show(String userId, @Nullable @QueryValue String tenant, Caller caller) {
    if (!Identifier.isOne(userId) || !maySee(userId, caller)) {
      return problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing");
    }
    var isAdmin = caller.has(Role.ADMIN);
    var user = new User(isAdmin && tenant != null ? tenant : caller.tenant(), userId);
    var answer = access.of(user);
    return HttpResponse.ok(View.of(userId, answer, usage.of(user, answer.plan())));
  }

  private static boolean maySee(String userId, Caller caller) {
    return caller.has(Role.SERVICE) || caller.has(Role.ADMIN) || caller.userId().equals(userId);
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record View(String userId, PlanView plan, List<GrantView> grants, List<MeterView> meters) {
    static View of(String userId, Access access, Map<String, MeterUse> uses) {
      return new View(
          userId,
          new PlanView(access.plan().name(), access.until(), access.reason()),
          access.grants().stream()
              .map(it -> new GrantView(it.source(), it.id(), it.plan(), it.until()))
              .toList(),
          uses.entrySet().stream().map(it -> MeterView.of(it.getKey(), it.getValue())).toList());
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record PlanView(String name, @Nullable Instant until, Reason reason) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record GrantView(String source, String id, String plan, @Nullable Instant until) {}

  @Serdeable
  record MeterView(String name, long limit, long used, long remaining, Instant resetsAt) {
    static MeterView of(String name, MeterUse use) {
      return new MeterView(name, use.limit(), use.used(), use.remaining(), use.resetsAt());
    }
  }
}

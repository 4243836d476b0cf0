package gantry.operations.page;

import static gantry.problem.ProblemResponses.problem;

import gantry.audit.Actor;
import gantry.emergency.WorksInEmergency;
import gantry.identity.Caller;
import gantry.identity.RequiresRole;
import gantry.identity.Role;
import gantry.lambda.SameOrigin;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Signs an operator in and out of the page: a bearer token becomes a session in two cookies. */
@Controller("/operator/session")
@RequiresRole(Role.ADMIN)
@WorksInEmergency
@Hidden // the page's own, and no part of the API
class SessionController {
  private final OpenSession openSession;
  private final WriteDownSession writeDown;
  private final Clock clock;

  SessionController(OpenSession openSession, WriteDownSession writeDown, Clock clock) {
    this.openSession = openSession;
    this.writeDown = writeDown;
    this.clock = clock;
  }

  /** From our own page only: nobody else may sign a browser in, as whomever. */
  @Post
  HttpResponse<?> signIn(HttpRequest<?> request, Caller caller) {
    var headers = request.getHeaders();
    var page =
        new SameOrigin.Claim(
            headers.get(SameOrigin.SITE),
            headers.get(SameOrigin.ORIGIN),
            headers.get(SameOrigin.HOST));
    return page.holds()
        ? open(caller, Caller.expiry(request).orElseGet(clock::instant))
        : problem(HttpStatus.FORBIDDEN, "foreign-page", "Another page sent this");
  }

  private HttpResponse<?> open(Caller caller, Instant tokenExpiry) {
    var holder = new SessionHolder(caller.userId(), caller.tenant(), tokenExpiry);
    return switch (openSession.open(holder)) {
      case OpenSession.Outcome.Opened(var session) -> opened(caller, session);
      case OpenSession.Outcome.NotSetUp _ ->
          problem(HttpStatus.SERVICE_UNAVAILABLE, "sign-in-not-set-up", "There is no session key");
    };
  }

  private HttpResponse<SessionView> opened(Caller caller, Session session) {
    writeDown.signedIn(actor(caller), session);
    var lifetime = Duration.between(clock.instant(), session.expiresAt());
    var view = new SessionView(caller.userId(), caller.tenant(), session.expiresAt());
    return setting(HttpResponse.ok(view), SessionCookies.opening(session, lifetime));
  }

  /** Whose session this is; expired ones do not come this far. */
  @Get
  SessionView show(HttpRequest<?> request, Caller caller) {
    var expiry = Caller.expiry(request).orElseGet(clock::instant);
    return new SessionView(caller.userId(), caller.tenant(), expiry);
  }

  @Delete
  HttpResponse<?> signOut(Caller caller) {
    writeDown.signedOut(actor(caller));
    return setting(HttpResponse.noContent(), SessionCookies.ending());
  }

  private static Actor actor(Caller caller) {
    return new Actor(caller.tenant(), caller.userId());
  }

  private static <T> HttpResponse<T> setting(MutableHttpResponse<T> answer, List<String> cookies) {
    cookies.forEach(cookie -> answer.getHeaders().add(HttpHeaders.SET_COOKIE, cookie));
    return answer;
  }

  @Serdeable
  record SessionView(String user, String tenant, Instant expiresAt) {}
}

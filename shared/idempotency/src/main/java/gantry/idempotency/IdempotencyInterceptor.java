package gantry.idempotency;

import static gantry.problem.ProblemResponses.problem;

import gantry.http.GatewayEvent;
import gantry.idempotency.AnswerOnce.Outcome.Answered;
import gantry.idempotency.AnswerOnce.Outcome.Failed;
import gantry.idempotency.AnswerOnce.Outcome.OtherRequest;
import gantry.idempotency.AnswerOnce.Outcome.Repeated;
import gantry.idempotency.AnswerOnce.Outcome.Running;
import gantry.idempotency.AnswerOnce.Terms;
import gantry.idempotency.KeyedRequest.Scope;
import gantry.identity.Caller;
import io.micronaut.aop.InterceptPhase;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Stands around each {@link Idempotent} method, inside of validation. */
@Singleton
final class IdempotencyInterceptor implements MethodInterceptor<Object, Object> {
  private final AnswerOnce answerOnce;
  private final Answers answers;

  IdempotencyInterceptor(AnswerOnce answerOnce, Answers answers) {
    this.answerOnce = answerOnce;
    this.answers = answers;
  }

  @Override
  public int getOrder() {
    return InterceptPhase.TRANSACTION.getPosition();
  }

  @Override
  public @Nullable Object intercept(MethodInvocationContext<Object, Object> method) {
    var request = ServerRequestContext.currentRequest().orElseThrow();
    var terms = method.getAnnotationMetadata();
    var header = request.getHeaders().get(IdempotencyKey.HEADER);
    if (header == null) {
      return isRequired(terms) ? missing() : method.proceed();
    }
    return IdempotencyKey.parse(header)
        .<Object>map(key -> answer(method, terms(terms), keyed(request, key)))
        .orElseGet(IdempotencyInterceptor::malformed);
  }

  private HttpResponse<?> answer(
      MethodInvocationContext<Object, Object> method, Terms terms, KeyedRequest request) {
    var outcome = answerOnce.answer(request, terms, () -> answers.of(proceed(method)));
    return switch (outcome) {
      case Answered(var answer) -> answers.response(answer);
      case Failed(var answer) -> answers.response(answer);
      case Repeated(var answer) -> answers.response(answer).header("Idempotency-Replayed", "true");
      case Running _ -> running();
      case OtherRequest _ -> other();
    };
  }

  private static HttpResponse<?> proceed(MethodInvocationContext<Object, Object> method) {
    if (method.proceed() instanceof HttpResponse<?> response) {
      return response;
    }
    throw new IllegalStateException("An idempotent method has to answer an HttpResponse");
  }

  private static KeyedRequest keyed(HttpRequest<?> request, IdempotencyKey key) {
    var caller = Caller.of(request).orElseThrow();
    var route = RouteAttributes.getRouteInfo(request).map(UriRouteInfo.class::cast).orElseThrow();
    var scope =
        new Scope(
            caller.tenant(),
            caller.userId(),
            request.getMethodName() + " " + route.getUriMatchTemplate().toPathString());
    var event = GatewayEvent.of(request).orElseThrow();
    return new KeyedRequest(scope, key.value(), Fingerprint.of(event));
  }

  private static boolean isRequired(AnnotationMetadata terms) {
    return terms.enumValue(Idempotent.class, "key", KeyUse.class).orElse(KeyUse.OPTIONAL)
        == KeyUse.REQUIRED;
  }

  private static Terms terms(AnnotationMetadata terms) {
    return new Terms(
        Duration.parse(terms.stringValue(Idempotent.class, "keep").orElse(Idempotent.DAY)),
        terms.enumValue(Idempotent.class, "effect", Effect.class).orElse(Effect.DATABASE));
  }

  private static HttpResponse<?> missing() {
    return problem(
        HttpStatus.BAD_REQUEST, "idempotency-key-missing", "This request needs an Idempotency-Key");
  }

  private static HttpResponse<?> malformed() {
    return problem(
        HttpStatus.BAD_REQUEST,
        "idempotency-key-malformed",
        "The Idempotency-Key has to be one string of 1 to 255 printable characters");
  }

  private static HttpResponse<?> running() {
    return problem(
            HttpStatus.CONFLICT,
            "idempotency-key-running",
            "A request with this Idempotency-Key is being answered")
        .header(HttpHeaders.RETRY_AFTER, "1");
  }

  private static HttpResponse<?> other() {
    return problem(
        HttpStatus.UNPROCESSABLE_ENTITY,
        "idempotency-key-reused",
        "The Idempotency-Key belongs to another request");
  }
}

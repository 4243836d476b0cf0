package gantry.identity;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import gantry.http.GatewayEvent;
import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the authorizer said about the caller, as API Gateway hands it over beside the request:
 * nothing that a client can send ends up there.
 */
final class AuthorizerContext {
  private static final Map<String, Role> ROLES =
      Map.of("user", Role.USER, "service", Role.SERVICE, "admin", Role.ADMIN);

  private AuthorizerContext() {}

  /** The caller, unless the authorizer did not vouch for one or its word has expired. */
  static Optional<Caller> caller(HttpRequest<?> request, Instant now) {
    return context(request).filter(context -> isAlive(context, now)).flatMap(AuthorizerContext::of);
  }

  static Optional<Instant> expiry(HttpRequest<?> request) {
    return context(request)
        .flatMap(context ->
            context.get("exp") instanceof Number exp
                ? Optional.of(Instant.ofEpochSecond(exp.longValue()))
                : Optional.empty());
  }

  private static Optional<Map<String, Object>> context(HttpRequest<?> request) {
    return GatewayEvent.of(request)
        .map(APIGatewayV2HTTPEvent::getRequestContext)
        .map(APIGatewayV2HTTPEvent.RequestContext::getAuthorizer)
        .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer::getLambda);
  }

  /** The gateway remembers the authorizer's word for a minute, also past the token's end. */
  private static boolean isAlive(Map<String, Object> context, Instant now) {
    return context.get("exp") instanceof Number exp && now.getEpochSecond() < exp.longValue();
  }

  private static Optional<Caller> of(Map<String, Object> context) {
    return text(context, "sub")
        .flatMap(
            sub -> text(context, "tenant").map(tenant -> new Caller(sub, tenant, roles(context))));
  }

  /** Exact names only: what is not known opens nothing. */
  private static Set<Role> roles(Map<String, Object> context) {
    var names = text(context, "roles").orElse("").split(",", -1);
    return Arrays.stream(names)
        .map(ROLES::get)
        .flatMap(role -> Optional.ofNullable(role).stream())
        .collect(Collectors.toSet());
  }

  private static Optional<String> text(Map<String, Object> context, String name) {
    return context.get(name) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }
}

package gantry.authorizer;

import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The authorizer's settings besides {@code JWT_SECRET}. */
record AuthorizerConfig(
    String issuer, String audience, String tenantClaim, String rolesClaim, String jwksUrl) {
  /** What POST /operator/session signs; no token of the API's says this of itself. */
  static final AuthorizerConfig OF_SESSIONS =
      new AuthorizerConfig("gantry-operator", "gantry-operator", "tenant", "roles", "");

  static AuthorizerConfig of(UnaryOperator<@Nullable String> environment) {
    var read = new Read(environment);
    return new AuthorizerConfig(
        read.text("JWT_ISSUER", "gantry"),
        read.text("JWT_AUDIENCE", "gantry-api"),
        read.text("JWT_TENANT_CLAIM", "tenant"),
        read.text("JWT_ROLES_CLAIM", "roles"),
        read.text("JWKS_URL", ""));
  }

  /** Keys that anybody on the way could change are no keys, except on this machine. */
  Optional<URI> jwks() {
    try {
      return jwksUrl.isEmpty() ? Optional.empty() : Optional.of(trusted(URI.create(jwksUrl)));
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException("JWKS_URL is no https address");
    }
  }

  private static URI trusted(URI address) {
    var local = "http".equals(address.getScheme()) && "127.0.0.1".equals(address.getHost());
    if (address.getHost() == null || !(local || "https".equals(address.getScheme()))) {
      throw new IllegalArgumentException();
    }
    return address;
  }

  private record Read(UnaryOperator<@Nullable String> environment) {
    String text(String name, String otherwise) {
      var text = environment.apply(name);
      return text == null || text.isEmpty() ? otherwise : text;
    }
  }
}

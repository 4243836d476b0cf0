package gantry.local.template;

import gantry.local.template.HttpApi.Authorizer;
import gantry.local.template.HttpApi.Cors;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code AWS::Serverless::HttpApi}. */
record HttpApiReader(HttpApi api, Optional<String> defaultAuthorizer) {

  static HttpApiReader of(Section properties) {
    properties.expect("StageName", "$default");
    var auth = properties.section("Auth");
    var authorizers = authorizers(auth.section("Authorizers"));
    var defaultAuthorizer = auth.optionalText("DefaultAuthorizer");
    auth.end();
    var cors = cors(properties);
    properties.end();
    return new HttpApiReader(new HttpApi(authorizers, cors), defaultAuthorizer);
  }

  private static Map<String, Authorizer> authorizers(Section section) {
    var authorizers = new LinkedHashMap<String, Authorizer>();
    section.keys().forEach(name -> authorizers.put(name, authorizer(section.section(name))));
    return authorizers;
  }

  private static Authorizer authorizer(Section section) {
    section.ignore(NoLocalMeaning.properties("Authorizer"));
    section.expect("AuthorizerPayloadFormatVersion", "2.0");
    section.expect("EnableSimpleResponses", "true");
    var identity = section.section("Identity");
    var arn = section.text("FunctionArn");
    var authorizer =
        new Authorizer(
            arn.substring(arn.lastIndexOf(':') + 1),
            identity.texts("Headers"),
            Duration.ofSeconds(identity.number("ReauthorizeEvery", 300)));
    identity.end();
    section.end();
    return authorizer;
  }

  private static Optional<Cors> cors(Section properties) {
    if (!properties.has("CorsConfiguration")) {
      return Optional.empty();
    }
    var section = properties.section("CorsConfiguration");
    var cors =
        new Cors(
            section.texts("AllowOrigins"),
            section.texts("AllowMethods"),
            section.texts("AllowHeaders"),
            section.texts("ExposeHeaders"),
            section.optionalText("MaxAge").map(Integer::valueOf),
            section.flag("AllowCredentials", false));
    section.end();
    return Optional.of(cors);
  }

  /** The authorizer that checks a route's callers, none for a public one. */
  Optional<String> authorizerOf(Section event) {
    var auth = event.section("Auth");
    var name = auth.optionalText("Authorizer").or(this::defaultAuthorizer);
    auth.end();
    var authorizer = name.filter(own -> !own.equals("NONE"));
    authorizer.ifPresent(own -> {
      if (!api.authorizers().containsKey(own)) {
        throw event.error("Auth.Authorizer", "names no authorizer of the API: " + own);
      }
    });
    return authorizer;
  }
}

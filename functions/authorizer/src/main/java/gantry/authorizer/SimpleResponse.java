package gantry.authorizer;

import static gantry.lambda.JsonText.member;
import static gantry.lambda.JsonText.quoted;

/** An authorizer's answer as the gateway reads it. */
final class SimpleResponse {
  static final String REFUSING = "{\"isAuthorized\":false}";

  private SimpleResponse() {}

  static String admitting(Identity identity) {
    var context =
        String.join(
            ",",
            member("sub", quoted(identity.subject())),
            member("tenant", quoted(identity.tenant())),
            member("roles", quoted(String.join(",", identity.roles()))),
            member("exp", Long.toString(identity.expiry().getEpochSecond())));
    return "{\"isAuthorized\":true,\"context\":{" + context + "}}";
  }
}

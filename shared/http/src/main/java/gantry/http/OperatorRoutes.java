package gantry.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;

/**
 * What the operator's page calls: routes of the API under another prefix, where the gateway asks
 * the session authorizer instead of the token's. Behind it they are the same.
 */
final class OperatorRoutes {
  private static final String PREFIX = "/operator";

  private OperatorRoutes() {}

  static APIGatewayV2HTTPEvent inApi(APIGatewayV2HTTPEvent event) {
    var http = event.getRequestContext().getHttp();
    if (http.getPath().startsWith(PREFIX + "/v")) {
      http.setPath(http.getPath().substring(PREFIX.length()));
      event.setRawPath(http.getPath());
    }
    return event;
  }
}

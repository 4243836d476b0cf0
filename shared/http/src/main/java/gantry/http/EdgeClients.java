package gantry.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import gantry.lambda.EdgeHop;
import io.micronaut.context.annotation.Context;

/**
 * Puts the caller's address in the place of the CDN's, so that lists and limits see callers. Made
 * at start, so that a malformed setting stops it.
 */
@Context
final class EdgeClients {
  private final EdgeHop edge;

  EdgeClients(EdgeConfig config) {
    edge = EdgeHop.of(config.proofSha256());
  }

  void adopt(APIGatewayV2HTTPEvent event) {
    var request = event.getRequestContext();
    var http = request == null ? null : request.getHttp();
    if (http != null) {
      http.setSourceIp(
          edge.address(
              http.getSourceIp(),
              GatewayEvent.header(event, EdgeHop.PROOF),
              GatewayEvent.header(event, EdgeHop.CLIENT)));
    }
  }
}

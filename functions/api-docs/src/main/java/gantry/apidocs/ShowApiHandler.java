package gantry.apidocs;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import gantry.lambda.Invocation;
import gantry.lambda.RequestId;
import gantry.lambda.SecurityHeaders;
import java.util.Map;
import java.util.TreeMap;

/** {@code GET /v1/openapi.json} and {@code GET /v1/docs}, both made by the build. */
public final class ShowApiHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final String PAGE_PATH = "/v1/docs";

  private final Resource document = Resource.json("openapi.json");
  private final Resource page = Resource.page("index.html");

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Invocation.begin(context);
    try {
      var headers = event.getHeaders() == null ? Map.<String, String>of() : event.getHeaders();
      var id = RequestId.adopt(headers.get("x-request-id"));
      var asked = PAGE_PATH.equals(event.getRawPath()) ? page : document;
      return answer(asked, asked.isKnownBy(headers.get("if-none-match")) ? 304 : 200, id);
    } finally {
      Invocation.end();
    }
  }

  private static APIGatewayV2HTTPResponse answer(Resource asked, int status, String requestId) {
    var headers = new TreeMap<>(asked.headers());
    headers.put(RequestId.HEADER, requestId);
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(SecurityHeaders.completing(headers))
        .withBody(status == 200 ? asked.text() : "")
        .build();
  }
}

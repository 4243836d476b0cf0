package gantry.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import gantry.http.version.ApiVersions;
import gantry.lambda.Invocation;
import gantry.lambda.RequestId;
import gantry.lambda.SecurityHeaders;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.function.aws.HandlerUtils;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import io.micronaut.servlet.http.ServletExchange;
import io.micronaut.servlet.http.ServletHttpHandler;

/**
 * The handler class of every HTTP function: Micronaut's own, but with requests as they were sent,
 * request ids, API versions and security headers. The stock one dies of a path that is no URI, and
 * cuts a query value at its first comma.
 */
public class ApiFunction extends APIGatewayV2HTTPEventFunction {
  private final Requests requests;
  private final ApiVersions versions;
  private final EdgeClients edge;
  private final AnswerMetrics metrics;

  public ApiFunction() {
    requests = new Requests(applicationContext);
    versions = applicationContext.getBean(ApiVersions.class);
    edge = applicationContext.getBean(EdgeClients.class);
    metrics = applicationContext.getBean(AnswerMetrics.class);
  }

  /** For tests. */
  public ApiFunction(ApplicationContext context) {
    super(context);
    requests = new Requests(context);
    versions = context.getBean(ApiVersions.class);
    edge = context.getBean(EdgeClients.class);
    metrics = context.getBean(AnswerMetrics.class);
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    var start = System.nanoTime();
    HandlerUtils.configureWithContext(this, context);
    try {
      var requestId = RequestId.adopt(GatewayEvent.header(event, RequestId.HEADER));
      edge.adopt(event);
      var answer = complete(versions.serve(OperatorRoutes.inApi(event), this::answer), requestId);
      metrics.answered(event.getRouteKey(), answer.getStatusCode(), start);
      return answer;
    } finally {
      Invocation.end();
    }
  }

  private APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    var exchange = requests.exchange(event, new APIGatewayV2HTTPResponse());
    return exchange.getResponse().getNativeResponse();
  }

  /** Here and not in a filter: whatever answered, its headers are complete. */
  private static APIGatewayV2HTTPResponse complete(
      APIGatewayV2HTTPResponse answer, String requestId) {
    var headers = SecurityHeaders.completing(answer.getHeaders());
    headers.put(RequestId.HEADER, requestId);
    AnswerCookies.apart(answer, headers);
    answer.setHeaders(headers);
    return answer;
  }

  private static final class Requests
      extends ServletHttpHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    Requests(ApplicationContext context) {
      super(context, context.getBean(ConversionService.class));
    }

    @Override
    protected ServletExchange<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> createExchange(
        APIGatewayV2HTTPEvent event, APIGatewayV2HTTPResponse response) {
      return new ApiRequest<>(event, applicationContext);
    }
  }
}

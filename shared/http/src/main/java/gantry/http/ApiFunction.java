package gantry.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import gantry.lambda.Invocation;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.function.aws.HandlerUtils;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import io.micronaut.servlet.http.ServletExchange;
import io.micronaut.servlet.http.ServletHttpHandler;

/**
 * The handler class of every HTTP function: Micronaut's own, but with requests as they were sent.
 * The stock one dies of a path that is no URI, and cuts a query value at its first comma.
 */
public class ApiFunction extends APIGatewayV2HTTPEventFunction {
  private final Requests requests;

  public ApiFunction() {
    requests = new Requests(applicationContext);
  }

  /** For tests. */
  public ApiFunction(ApplicationContext context) {
    super(context);
    requests = new Requests(context);
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    HandlerUtils.configureWithContext(this, context);
    try {
      var exchange = requests.exchange(event, new APIGatewayV2HTTPResponse());
      return exchange.getResponse().getNativeResponse();
    } finally {
      Invocation.end();
    }
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

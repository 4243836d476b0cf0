package gantry.problem;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The test's controllers behind the handler class that runs in Lambda. */
final class Api implements AutoCloseable {
  private final ApplicationContext context = ApplicationContext.run();
  private final APIGatewayV2HTTPEventFunction function = new APIGatewayV2HTTPEventFunction(context);

  APIGatewayV2HTTPResponse call(ApiEvent event) {
    return function.handleRequest(event.event(), new FakeContext());
  }

  Problem problem(APIGatewayV2HTTPResponse response) {
    try {
      var json = context.getBean(ObjectMapper.class);
      return requireNonNull(json.readValue(response.getBody(), Problem.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}

package gantry.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.function.BinaryTypeConfiguration;
import io.micronaut.function.aws.proxy.ApiGatewayServletRequest;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPResponseServletResponse;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpParameters;
import io.micronaut.servlet.http.BodyBuilder;
import io.micronaut.servlet.http.ServletHttpResponse;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request as API Gateway hands it over, payload format 2.0. */
final class ApiRequest<B>
    extends ApiGatewayServletRequest<B, APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final Logger LOG = LoggerFactory.getLogger(ApiRequest.class);

  private final ServletHttpResponse<APIGatewayV2HTTPResponse, ?> response;
  private final MutableHttpHeaders headers;
  private final MutableHttpParameters parameters;

  ApiRequest(APIGatewayV2HTTPEvent event, ApplicationContext context) {
    super(
        context.getBean(ConversionService.class),
        event,
        RawUri.of(event.getRequestContext().getHttp().getPath(), event.getRawQueryString()),
        parseMethod(() -> event.getRequestContext().getHttp().getMethod()),
        LOG,
        context.getBean(BodyBuilder.class));
    response = new Response<>(conversionService, context.getBean(BinaryTypeConfiguration.class));
    headers = getHeaders(event::getHeaders, Map::of);
    parameters = RawUri.parameters(event.getRawQueryString(), conversionService);
  }

  @Override
  public byte[] getBodyBytes() throws EmptyBodyException {
    return getBodyBytes(requestEvent::getBody, requestEvent::getIsBase64Encoded);
  }

  @Override
  public MutableHttpHeaders getHeaders() {
    return headers;
  }

  @Override
  public MutableHttpParameters getParameters() {
    return parameters;
  }

  @Override
  public ServletHttpResponse<APIGatewayV2HTTPResponse, ?> getResponse() {
    return response;
  }

  /** Opens the constructor. */
  private static final class Response<B> extends APIGatewayV2HTTPResponseServletResponse<B> {
    Response(ConversionService conversion, BinaryTypeConfiguration binaryTypes) {
      super(conversion, binaryTypes);
    }
  }
}

package gantry.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Payload format 2.0 takes cookies apart from the headers and knows no header with several values:
 * a second {@code Set-Cookie} would be lost.
 */
final class AnswerCookies {
  private static final String HEADER = "Set-Cookie";

  private AnswerCookies() {}

  static void apart(APIGatewayV2HTTPResponse answer, Map<String, String> headers) {
    var several = headersOf(answer.getMultiValueHeaders());
    var cookies = several.remove(HEADER);
    if (cookies != null) {
      answer.setCookies(cookies);
      answer.setMultiValueHeaders(several);
      headers.remove(HEADER);
    }
  }

  private static Map<String, List<String>> headersOf(@Nullable Map<String, List<String>> several) {
    var all = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(several == null ? Map.of() : several);
    return all;
  }
}

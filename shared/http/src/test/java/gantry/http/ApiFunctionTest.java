package gantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import gantry.lambda.Invocation;
import gantry.lambda.RequestId;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import io.micronaut.context.ApplicationContext;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiFunctionTest {
  private static final ApplicationContext CONTEXT = ApplicationContext.run();
  private static final ApiFunction FUNCTION = new ApiFunction(CONTEXT);

  @AfterAll
  static void close() {
    CONTEXT.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/a b", "/{a}", "/%zz", "//", "/a|b^c", "/é", "http://[", "", "/\u0000", "/a?b#c"})
  void anOddPathIsNoServerError(String path) {
    assertThat(call(ApiEvent.get(path)).getStatusCode()).isEqualTo(404);
  }

  @Test
  void whatTheGatewayDecodedInAPathArrives() {
    assertThat(call(ApiEvent.get("/echo/path/a b|c")).getBody()).isEqualTo("{\"rest\":\"a b|c\"}");
  }

  @Test
  void aCommaInAQueryValueIsPartOfIt() {
    var answer = call(ApiEvent.get("/echo/query").query("one", "a,b & c=d"));

    assertThat(answer.getBody()).contains("\"one\":\"a,b & c=d\"");
  }

  @Test
  void everyValueOfARepeatedParameterArrives() {
    var event = ApiEvent.get("/echo/query").event();
    event.setRawQueryString("one=x&many=1&many=%32%20&many=&&many=%zz");

    var answer = FUNCTION.handleRequest(event, new FakeContext());

    assertThat(answer.getBody()).contains("\"many\":[\"1\",\"2 \",\"\",\"%zz\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/octet-stream", "application/json", "image/png"})
  void aBinaryBodyArrivesAndLeavesByteForByte(String type) {
    var bytes = new byte[70_000];
    new Random(1).nextBytes(bytes);

    var answer = call(ApiEvent.post("/echo/bytes").header("content-type", type).body(bytes));

    assertThat(bytes(answer)).isEqualTo(bytes);
  }

  @Test
  void aTextBodyArrivesByteForByte() {
    var text = "{\"é\" :1,\r\n \"𝄞\":\"\\u0000\"}  ";

    var json = ApiEvent.post("/echo/bytes").header("content-type", "application/json").body(text);
    var plain = ApiEvent.post("/echo/text").header("content-type", "text/plain").body(text);

    assertThat(bytes(call(json))).isEqualTo(text.getBytes(UTF_8));
    assertThat(bytes(call(plain))).isEqualTo(text.getBytes(UTF_8));
  }

  @Test
  void aWellFormedRequestIdIsKeptToTheEnd() {
    var answer = call(ApiEvent.get("/echo/ids").header("x-request-id", "Edge_1.a-b"));

    assertThat(answer.getHeaders()).containsEntry("X-Request-Id", "Edge_1.a-b");
    assertThat(answer.getBody()).contains("\"request\":\"Edge_1.a-b\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a,b", "é", "a\"b", "<script>"})
  void anOddRequestIdIsReplaced(String odd) {
    var answer = call(ApiEvent.get("/echo/ids").header("x-request-id", odd));

    assertThat(answer.getHeaders().get("X-Request-Id"))
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  }

  @Test
  void anOverlongRequestIdIsReplaced() {
    var answer = call(ApiEvent.get("/echo/ids").header("x-request-id", "a".repeat(129)));

    assertThat(answer.getHeaders().get("X-Request-Id")).hasSize(36);
  }

  @Test
  void anErrorCarriesTheRequestIdToo() {
    var answer = call(ApiEvent.get("/nothing").header("x-request-id", "edge-1"));

    assertThat(answer.getHeaders()).containsEntry("X-Request-Id", "edge-1");
  }

  @Test
  void theInvocationEndsWithItsAnswer() {
    var answer =
        FUNCTION.handleRequest(ApiEvent.get("/echo/ids").event(), new FakeContext("lambda-1"));

    assertThat(answer.getBody()).contains("\"invocation\":\"lambda-1\"");
    assertThat(Invocation.current()).isEmpty();
    assertThat(RequestId.current()).isEmpty();
  }

  private static APIGatewayV2HTTPResponse call(ApiEvent event) {
    return FUNCTION.handleRequest(event.event(), new FakeContext());
  }

  private static byte[] bytes(APIGatewayV2HTTPResponse answer) {
    assertThat(answer.getIsBase64Encoded()).isTrue();
    return Base64.getDecoder().decode(answer.getBody());
  }
}

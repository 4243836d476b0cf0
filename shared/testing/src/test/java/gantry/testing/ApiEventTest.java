package gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiEventTest {
  @Test
  void theEventCarriesWhatTheGatewayWouldSend() {
    var event =
        ApiEvent.post("/v1/things/7")
            .route("POST /v1/things/{id}")
            .pathParameter("id", "7")
            .header("X-Twice", "a")
            .header("x-twice", "b")
            .query("q", "a b")
            .authorizer(Map.of("sub", "user-1"))
            .body(new byte[] {(byte) 0xff})
            .event();

    assertThat(event.getRouteKey()).isEqualTo("POST /v1/things/{id}");
    assertThat(event.getHeaders()).containsEntry("x-twice", "a,b");
    assertThat(event.getRawQueryString()).isEqualTo("q=a+b");
    assertThat(event.getBody()).isEqualTo("/w==");
    assertThat(event.getIsBase64Encoded()).isTrue();
    assertThat(event.getRequestContext().getAuthorizer().getLambda())
        .containsEntry("sub", "user-1");
    assertThat(event.getRequestContext().getHttp().getMethod()).isEqualTo("POST");
  }
}

package gantry.authorizer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.lambda.EdgeHop;
import gantry.meter.Network;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures are counted for who calls, not for the CDN in front. */
class EdgeCallerTest {
  /** Of "proof". */
  private static final String HASH =
      "c1cda26362828b69266512052b97cb3729e3b052e4ade47c0a1e3383defe73c7";

  @ParameterizedTest
  @CsvSource({"proof, 203.0.113.7", "guess, 198.51.100.1"})
  void theEdgesWordCountsWithItsProof(String proof, String caller) throws IOException {
    var event =
        """
        {"requestContext":{"http":{"sourceIp":"198.51.100.1"}},
         "headers":{"X-Gantry-Edge":"%s","x-gantry-client":"203.0.113.7"}}
        """
            .formatted(proof);

    var read =
        AuthorizerEvent.read(new ByteArrayInputStream(event.getBytes(UTF_8)), EdgeHop.of(HASH));

    assertThat(read.network()).isEqualTo(Network.of(caller));
  }
}

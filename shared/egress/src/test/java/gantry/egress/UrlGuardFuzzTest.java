package gantry.egress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UrlGuardFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(
            "https://hooks.example.com/",
            "https://hooks.example.com:8443/a?b=c",
            "https://xn--bcher-kva.example.com/",
            "https://user:secret@hooks.example.com/",
            "https://[::ffff:127.0.0.1]/",
            "https://0x7f.1/",
            "https://hooks.example.com\\@10.0.0.1/",
            "https://hooks%2eexample.com:0443/#x")
        .map(url -> url.getBytes(UTF_8));
  }

  /** Another parser of URLs must see the same host, and nothing that could be an address. */
  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void whatPassesMeansOneHost(byte[] bytes) throws MalformedURLException {
    var text = new String(bytes, UTF_8);
    if (PublicUrl.refusal(text).isEmpty()) {
      var host = new PublicUrl(URI.create(text)).host();
      assertThat(host).matches("[a-z0-9.-]+\\.[a-z][a-z0-9-]*[a-z0-9]");
      assertThat(URI.create(text).toURL().getHost()).isEqualTo(host);
      assertThat(text).matches("https://\\Q" + host + "\\E(:443|:8443)?([/?].*)?");
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void seedsAreJudged(byte[] bytes) throws MalformedURLException {
    whatPassesMeansOneHost(bytes);
  }
}

package gantry.chains;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import gantry.chains.ChainId.Family;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NamesFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(
            "eip155:1",
            "0xdAC17F958D2ee523a2206206994597C13D831ec7",
            "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
            "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v",
            "0X506BE6B07D0C35F6F9D762610D524D59BE94E4BF202A804BFA5E86A0665DAD07",
            "5et54chofAqjQMgv2xdA9QQYJMs8a3MbEmwxn6YhmH8VyPyJBaTqAygSZQ3gq9r6wgg4gGxDcTU9sykpWM58vJ7m",
            "1111111111111111111111111111111111111111111111111111111111111111")
        .map(name -> name.getBytes(UTF_8));
  }

  /** Whatever is read is written in a form that reads as the same, in plain characters. */
  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void whatIsReadIsWrittenInOneForm(byte[] bytes) {
    var text = new String(bytes, UTF_8);
    ChainId.parse(text).ifPresent(chain -> assertThat(chain).hasToString(text));
    for (var family : Family.values()) {
      Address.parse(family, text)
          .ifPresent(address -> {
            assertThat(Address.parse(family, address.toString())).hasValue(address);
            assertThat(Address.parse(family, address.display())).hasValue(address);
            assertThat(address.display()).matches("[0-9A-Za-z]{32,44}");
          });
      TransactionHash.parse(family, text)
          .ifPresent(hash -> {
            assertThat(TransactionHash.parse(family, hash.value())).contains(hash);
            assertThat(hash.value()).matches("[0-9A-Za-z]{64,88}");
          });
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void seedsAreRead(byte[] bytes) {
    whatIsReadIsWrittenInOneForm(bytes);
  }
}

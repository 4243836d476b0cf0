package gantry.tokenscan.lookalike;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.chains.Address;
import gantry.chains.ChainId;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PinnedListTest {
  /** In mixed case an EVM address carries a checksum: no typing error passes. */
  @Test
  void everyAddressIsOneOfItsChainAsItsIssuerWritesIt() throws IOException {
    try (var in = PinnedTokens.class.getResourceAsStream("pinned.txt")) {
      var lines = PinnedTokens.lines(new String(in.readAllBytes(), UTF_8)).toList();

      assertThat(lines)
          .hasSizeGreaterThan(40)
          .allSatisfy(line ->
              assertThat(
                      Address.parse(ChainId.parse(line[0]).orElseThrow().family(), line[1])
                          .orElseThrow()
                          .display())
                  .isEqualTo(line[1]));
    }
  }
}

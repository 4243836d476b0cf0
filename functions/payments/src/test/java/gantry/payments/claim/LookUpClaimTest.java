package gantry.payments.claim;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.chains.ChainId;
import gantry.chains.TransactionHash;
import gantry.payments.chain.Question;
import gantry.payments.chain.WatchedProvider;
import gantry.payments.verdict.Thresholds;
import gantry.providers.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LookUpClaimTest {
  private static final Duration LIMIT = Duration.ofMillis(6_500);

  private final WatchedProvider provider = new WatchedProvider();
  private final LookUpClaim lookUpClaim =
      new LookUpClaim(provider.askedTwice(), new Thresholds(Map.of(), 0, Map.of()));

  /** One deadline for them all: with what else there is to do, the caller waits eight seconds. */
  @Test
  void allProvidersOfAllChainsTogetherHaveSixAndAHalfSeconds() {
    lookUpClaim.lookUp(List.of(on(1), on(56)));

    assertThat(provider.deadlines()).hasSize(4);
    assertThat(Set.copyOf(provider.deadlines())).hasSize(1);
    assertThat(provider.deadlines())
        .extracting(Deadline::left)
        .allMatch(left -> left.compareTo(LIMIT) <= 0);
  }

  private static Question on(long chain) {
    var hash = TransactionHash.parse(ChainId.Family.EVM, "0x" + "ab".repeat(32)).orElseThrow();
    return new Question(ChainId.evm(chain), hash, Set.of(), Map.of());
  }
}

package gantry.payments.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gantry.chains.ChainId;
import gantry.chains.ChainId.Family;
import gantry.providers.Deadline;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretNodesTest {
  private static final ChainId CHAIN = ChainId.evm(1);

  private String secret = "one";
  private int reads;
  private final SecretNodes nodes = new SecretNodes(Family.EVM, this::read, SecretNodesTest::make);

  @Test
  void nothingIsReadBeforeSomebodyAsksAboutItsChains() {
    assertThat(nodes.of(ChainId.SOLANA)).isEmpty();
    assertThat(reads).isZero();

    assertThat(names()).containsExactly("one");
  }

  @Test
  void theSameSecretHasTheSameNodes() {
    assertThat(nodes.of(CHAIN).getFirst()).isSameAs(nodes.of(CHAIN).getFirst());
  }

  @Test
  void aRotatedSecretHasNewNodes() {
    assertThat(names()).containsExactly("one");

    secret = "two";

    assertThat(names()).containsExactly("two");
  }

  @Test
  void aMistakeInANewSecretLeavesTheNodesAsTheyWere() {
    assertThat(names()).containsExactly("one");

    secret = "mistake";
    assertThat(names()).containsExactly("one");

    secret = "two";
    assertThat(names()).containsExactly("two");
  }

  @Test
  void aMistakeInTheFirstSecretIsTold() {
    secret = "mistake";

    assertThatIllegalArgumentException().isThrownBy(this::names);
  }

  private List<String> names() {
    return nodes.of(CHAIN).stream().map(ChainProvider::name).toList();
  }

  private String read() {
    reads++;
    return secret;
  }

  private static List<ChainProvider> make(String text) {
    if (text.equals("mistake")) {
      throw new IllegalArgumentException("NODES has a mistake");
    }
    return List.of(new NamedNode(text));
  }

  private record NamedNode(String name) implements ChainProvider {
    @Override
    public boolean covers(ChainId chain) {
      return true;
    }

    @Override
    public Lookup find(Question question, Deadline deadline) {
      return new Lookup.Unknown();
    }
  }
}

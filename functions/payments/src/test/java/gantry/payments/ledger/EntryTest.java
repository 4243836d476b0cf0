package gantry.payments.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import org.junit.jupiter.api.Test;

class EntryTest {
  @Property
  void everyEntrySumsToZero(
      @ForAll @BigRange(min = "1", max = "100000000000000000000000000") BigInteger received,
      @ForAll @BigRange(min = "0", max = "100000000000000000000000000") BigInteger waited,
      @ForAll @BigRange(min = "0", max = "1000") BigInteger share) {
    var surplus = received.multiply(share).divide(BigInteger.valueOf(1_001));
    var credit = Entry.credit("eip155:1/USDT", received, waited, surplus);

    assertThat(sum(credit)).isZero();
    assertThat(sum(Entry.reversal("eip155:1/USDT", received, credit.lines()))).isZero();
    assertThat(sum(Entry.receipt("eip155:1/USDT", received))).isZero();
    assertThat(sum(Entry.returned("eip155:1/USDT", received))).isZero();
  }

  @Test
  void whatDoesNotBalanceIsNoEntry() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Entry(
                Entry.Kind.CREDIT, "eip155:1/USDT", Map.of(Account.RECEIVED, BigInteger.ONE)));
  }

  private static BigInteger sum(Entry entry) {
    return entry.lines().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
  }
}

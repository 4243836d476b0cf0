package gantry.payments;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.payments.TestPayments.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Intents that several transactions fill, and what becomes of them when one disappears. */
class TopUpFlowTest extends PaymentFlow {
  @AfterEach
  void heal() {
    payments.chain().heal();
    pass(Duration.ofMinutes(62));
  }

  @Test
  void theEventTellsWhatWasCreditedAndNotWhatCameLast() {
    var intent = payments.stated(user, "");
    claimedNext(intent, mined("20000000"));

    var last = claimedNext(intent, mined("6000000")).text("/id");

    assertThat(credited(last)).isEqualTo("25000000");
  }

  @Test
  void everyPartOfACreditIsLookedAtOnceMore() {
    var intent = payments.stated(user, "");
    var first = mined("20000000");
    claimedNext(intent, first);
    claimedNext(intent, mined("5000000"));

    vanish(first);

    assertThat(reasons(intent)).containsExactly("CREDIT_DISAPPEARED", "OK");
  }

  @Test
  void whatAnOperatorCreditedIsLookedAtOnceMore() {
    var intent = payments.stated(user, "");
    var little = mined("20000000");
    payments.resolve(claimedNext(intent, little).text("/id"), "CREDIT");

    vanish(little);

    assertThat(reasons(intent)).containsExactly("CREDIT_DISAPPEARED");
  }

  @Test
  void whoCreditsWhatDisappearedIsNotAskedAgain() {
    var intent = payments.stated(user, "");
    var tx = mined("25000000");
    var claim = claimedNext(intent, tx).text("/id");
    vanish(tx);

    payments.resolve(claim, "CREDIT");
    vanish(tx);

    assertThat(reasons(intent)).containsExactly("OPERATOR");
    assertThat(balance("CREDITED")).isEqualTo("-25000000");
  }

  @Test
  void anIntentWhoseCreditIsTakenBackCanBePaidAgain() {
    var intent = payments.stated(user, "");
    var tx = mined("25000000");
    var claim = claimedNext(intent, tx).text("/id");
    vanish(tx);

    payments.resolve(claim, "REJECT");

    assertThat(state(intent)).isEqualTo("OPEN");
    assertThat(claimedNext(intent, mined("25000000")).text("/reason")).isEqualTo("OK");
    assertThat(balance("CREDITED")).isEqualTo("-25000000");
    assertThat(balance("RECEIVED")).isEqualTo("25000000");
  }

  @Test
  void whenATopUpDisappearsWhatCameBeforeWaitsForAnother() {
    var intent = payments.stated(user, "");
    claimedNext(intent, mined("20000000"));
    var topUp = mined("6000000");
    var claim = claimedNext(intent, topUp).text("/id");
    vanish(topUp);

    payments.resolve(claim, "REJECT");

    assertThat(reasons(intent)).containsExactly("UNDERPAID", "REFUSED_BY_OPERATOR");
    assertThat(balance("UNALLOCATED")).isEqualTo("-20000000");
    assertThat(balance("SURPLUS")).isEqualTo("0");
    assertThat(reversed(claim)).isEqualTo("25000000");
    assertThat(claimedNext(intent, mined("5000000")).text("/reason")).isEqualTo("OK");
    assertThat(balance("CREDITED")).isEqualTo("-25000000");
  }

  @Test
  void whenAnEarlierPartDisappearsTheTopUpIsStillAnOperatorsToCredit() {
    var intent = payments.stated(user, "");
    var first = mined("20000000");
    var gone = claimedNext(intent, first).text("/id");
    var topUp = claimedNext(intent, mined("5000000")).text("/id");
    vanish(first);

    payments.resolve(gone, "REJECT");

    assertThat(reasons(intent)).containsExactly("REFUSED_BY_OPERATOR", "UNDERPAID");
    assertThat(balance("RECEIVED")).isEqualTo("5000000");
    assertThat(balance("UNALLOCATED")).isEqualTo("-5000000");
    assertThat(reversed(topUp)).isEqualTo("25000000");
    assertThat(payments.resolve(topUp, "CREDIT").text("/outcome")).isEqualTo("CREDITED");
    assertThat(balance("CREDITED")).isEqualTo("-5000000");
  }

  @Test
  void ofTwoPartsThatDisappearedTheSecondIsNotReversedTwice() {
    var intent = payments.stated(user, "");
    var first = mined("20000000");
    var one = claimedNext(intent, first).text("/id");
    var second = mined("5000000");
    var other = claimedNext(intent, second).text("/id");
    payments.chain().mined(first.reverted());
    vanish(second);

    payments.resolve(other, "REJECT");
    payments.resolve(one, "REJECT");

    assertThat(reasons(intent)).containsOnly("REFUSED_BY_OPERATOR");
    for (var account : List.of("RECEIVED", "UNALLOCATED", "CREDITED")) {
      assertThat(balance(account)).isEqualTo("0");
    }
  }

  @Test
  void anIntentThatWasCreditedTwiceStaysCreditedByTheOther() {
    var intent = payments.stated(user, "");
    var tx = mined("25000000");
    var claim = claimedNext(intent, tx).text("/id");
    payments.resolve(claimedNext(intent, mined("25000000")).text("/id"), "CREDIT");
    vanish(tx);

    payments.resolve(claim, "REJECT");

    assertThat(state(intent)).isEqualTo("CREDITED");
  }

  /** By the time of its second look it is gone. */
  private static void vanish(EvmTransaction tx) {
    payments.chain().mined(tx.reverted());
    pass(Duration.ofMinutes(62));
  }

  /** Of all claims, the oldest first. */
  private static List<String> reasons(Answer intent) {
    return shown(intent).at("/claims").findValuesAsText("reason");
  }

  private static Answer claimedNext(Answer intent, EvmTransaction tx) {
    payments.clock().advance(Duration.ofSeconds(1)); // Claims are listed in their order.
    return claimed(intent, tx);
  }

  private static String credited(String claim) {
    return announced("payment.credited", claim);
  }

  private static String reversed(String claim) {
    return announced("payment.reversed", claim);
  }

  /** The units that the event tells. */
  private static String announced(String type, String claim) {
    var units =
        payments.value(
            "SELECT payload ->> 'units' FROM outbox.events"
                + " WHERE type = '"
                + type
                + "' AND aggregate = '"
                + claim
                + "'");
    return String.valueOf(units);
  }
}

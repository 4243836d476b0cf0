package gantry.payments;

import static gantry.payments.EvmTransaction.OURS;
import static gantry.payments.EvmTransaction.PAYER;
import static gantry.payments.EvmTransaction.USDT;
import static gantry.payments.EvmTransaction.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.payments.TestPayments.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an intent may say, when and where it can be paid, and how it is shown. */
class IntentFlowTest extends PaymentFlow {
  /** Its access could not be handed out after the payment. */
  @ParameterizedTest
  @ValueSource(strings = {" alice", "alice ", "alice\u200b", "ali\u0085ce"})
  void nobodyPaysForAUserThatCannotExist(String user) {
    var answer = payments.stated(user, "");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().at("/errors").findValuesAsText("field")).containsExactly("userId");
  }

  @Test
  void aUserIdHasTwoHundredCharactersOfAnyScript() {
    assertThat(payments.stated("𐐷".repeat(200), "").status()).isEqualTo(201);
    assertThat(payments.stated("𐐷".repeat(201), "").status()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource({"-121, PREDATES_INTENT", "-120, OK", "7200, OK", "7201, PAID_LATE"})
  void aBlockMayBeTwoMinutesEarlyAndAnHourLate(long seconds, String reason) {
    var intent = payments.stated("punctual", "");
    var created = Instant.parse(intent.text("/createdAt"));

    var tx = paying(USDT, "25000000", created.plusSeconds(seconds));
    payments.chain().mined(tx);

    assertThat(claimed(intent, tx).text("/reason")).isEqualTo(reason);
  }

  @Test
  void anIntentExpiresOnceNoPaymentCanComeAnyMore() {
    var intent = payments.stated("late", "");

    payments.clock().advance(Duration.ofHours(2));
    var before = state(intent);
    payments.clock().advance(Duration.ofMillis(1));

    assertThat(before).isEqualTo("OPEN");
    assertThat(state(intent)).isEqualTo("EXPIRED");
  }

  @ParameterizedTest
  @CsvSource({"14, AWAITING_CONFIRMATIONS", "15, OK"})
  void eighteenDecimalsAndFifteenBlocksPayOnBsc(long confirmations, String reason) {
    var intent = onBsc("25");
    var tx = paying(USDT_ON_BSC, "25000000000000000000", now());
    payments.chain().minedOn(56, tx.confirmed(confirmations));

    var claim = claimed(intent, tx);

    assertThat(claim.text("/reason")).isEqualTo(reason);
    assertThat(claim.text("/requiredConfirmations")).isEqualTo("15");
  }

  @Test
  void aLargePaymentThatOnlyOneProviderCanSeeIsAPersonsToCredit() {
    var intent = onBsc("1000");
    var tx = paying(USDT_ON_BSC, "1000000000000000000000", now());
    payments.chain().minedOn(56, tx.confirmed(15));

    var claim = claimed(intent, tx);

    assertThat(claim.text("/outcome")).isEqualTo("REVIEW");
    assertThat(claim.text("/reason")).isEqualTo("SINGLE_PROVIDER");
    assertThat(payments.resolve(claim.text("/id"), "CREDIT").text("/outcome"))
        .isEqualTo("CREDITED");
  }

  private static Answer onBsc(String amount) {
    // No head of an earlier test is remembered.
    payments.clock().advance(Duration.ofMinutes(1));
    return payments.post(
        "/v1/payment-intents",
        "{\"userId\":\"binance\",\"asset\":\"USDT\",\"amount\":\"%s\",\"chains\":[\"eip155:56\"]}"
            .formatted(amount),
        "backend",
        "service");
  }

  private static EvmTransaction paying(String token, String units, Instant time) {
    return transactionAt(time, transfer(1, token, PAYER, OURS, units));
  }
}

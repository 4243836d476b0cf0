package gantry.payments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an intent may say, and how it is shown. */
class IntentFlowTest {
  private static TestPayments payments;

  @BeforeAll
  static void start() {
    payments = TestPayments.start();
  }

  @AfterAll
  static void stop() {
    payments.close();
  }

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
}

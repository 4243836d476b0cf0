package gantry.webhooks.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlansTest {
  private static final ApplicationContext CONTEXT = ApplicationContext.run();
  private static final JsonMapper JSON = CONTEXT.getBean(JsonMapper.class);

  @AfterAll
  static void stop() {
    CONTEXT.close();
  }

  @Test
  void plansRankAsTheyAreListed() {
    var plans =
        PlansFactory.read(
            "{\"ZERO\":{},\"MUCH\":{\"variants\":[\"9\"],\"limits\":{\"units\":50}},\"ALL\":{}}",
            JSON);

    assertThat(plans.first().name()).isEqualTo("ZERO");
    assertThat(plans.named("ALL").orElseThrow().rank()).isEqualTo(2);
    assertThat(plans.ofVariant("9").orElseThrow().limit("units")).isEqualTo(50);
    assertThat(plans.first().limit("units")).isZero();
    assertThat(plans.meters()).containsExactly("units");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"A\"",
        "{\"A\":{\"limits\":{\"units\":-1}}}",
        "{\"A\":{\"variants\":[\"1\"]},\"B\":{\"variants\":[\"1\"]}}"
      })
  void aDocumentThatMakesNoSenseStopsTheStart(String document) {
    assertThatThrownBy(() -> PlansFactory.read(document, JSON))
        .isInstanceOf(RuntimeException.class);
  }
}

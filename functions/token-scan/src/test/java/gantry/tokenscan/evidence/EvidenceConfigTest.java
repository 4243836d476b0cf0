package gantry.tokenscan.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidenceConfigTest {
  @Test
  void wholeAnswersAreGoodForMinutesAndOthersForSeconds() {
    try (var context = ApplicationContext.run()) {
      assertThat(context.getBean(EvidenceConfig.class))
          .isEqualTo(
              new EvidenceConfig(
                  Duration.ofMinutes(2), Duration.ofSeconds(10), Duration.ofHours(6)));
    }
  }

  @Test
  void settingsMaySayOtherwise() {
    var variables =
        Map.<String, Object>of(
            "token-scan.cache.complete", "PT1M",
            "token-scan.cache.incomplete", "PT5S",
            "token-scan.cache.last", "PT1H");

    try (var context = ApplicationContext.run(variables)) {
      assertThat(context.getBean(EvidenceConfig.class))
          .isEqualTo(
              new EvidenceConfig(
                  Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofHours(1)));
    }
  }
}

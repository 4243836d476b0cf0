package gantry.tokenscan.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void eachSourceHasAnAddressAndAPace() {
    try (var context = ApplicationContext.run()) {
      assertThat(context.getBean(GoPlusConfig.class))
          .isEqualTo(new GoPlusConfig("https://api.gopluslabs.io", 20, 10));
      assertThat(context.getBean(HoneypotConfig.class))
          .isEqualTo(new HoneypotConfig("https://api.honeypot.is", 60, 10));
      assertThat(context.getBean(RugCheckConfig.class))
          .isEqualTo(new RugCheckConfig("https://api.rugcheck.xyz", 60, 5));
      assertThat(context.getBean(PatienceConfig.class))
          .isEqualTo(new PatienceConfig(Duration.ofSeconds(3)));
    }
  }

  @Test
  void settingsMaySayOtherwise() {
    var variables =
        Map.<String, Object>of(
            "goplus.base-url", "http://127.0.0.1:1",
            "goplus.per-minute", "600",
            "goplus.at-once", "1",
            "token-scan.patience", "PT1M");

    try (var context = ApplicationContext.run(variables)) {
      assertThat(context.getBean(GoPlusConfig.class))
          .isEqualTo(new GoPlusConfig("http://127.0.0.1:1", 600, 1));
      assertThat(context.getBean(PatienceConfig.class).patience()).isEqualTo(Duration.ofMinutes(1));
    }
  }
}

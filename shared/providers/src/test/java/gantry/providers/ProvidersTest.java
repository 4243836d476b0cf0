package gantry.providers;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.meter.EvenPace;
import gantry.meter.Pace;
import gantry.meter.Paces;
import gantry.meter.Quota;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvidersTest {
  @Test
  void aFunctionAloneHasItsOwnPace() {
    try (var context = ApplicationContext.run()) {
      assertThat(context.getBean(Paces.class).of("any", Quota.perSecond(1)))
          .isInstanceOf(EvenPace.class);
      assertThat(context.getBean(Providers.class)).isNotNull();
    }
  }

  @Test
  void thePaceOfAllInstancesReplacesIt() {
    try (var context = ApplicationContext.run(Map.of("test.pace", "shared"))) {
      assertThat(context.getBean(Paces.class).of("any", Quota.perSecond(1)))
          .isInstanceOf(Shared.class);
    }
  }

  @Factory
  @Requires(property = "test.pace")
  static final class Elsewhere {
    @Bean
    @Singleton
    Paces paces() {
      return (_, _) -> new Shared();
    }
  }

  /** Never lets anything through. */
  private static final class Shared implements Pace {
    @Override
    public Optional<Duration> turn(Duration most) {
      return Optional.empty();
    }

    @Override
    public void hold(Duration pause) {}
  }
}

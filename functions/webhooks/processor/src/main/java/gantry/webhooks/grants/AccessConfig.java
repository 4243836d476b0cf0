package gantry.webhooks.grants;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/** {@code ACCESS_MODES}: whether purchases of a provider's test mode count, {@code live,test}. */
@ConfigurationProperties("access")
public record AccessConfig(@Bindable(defaultValue = "live,test") List<String> modes) {
  public AccessConfig {
    modes = List.copyOf(modes);
  }

  /** Whether a purchase of this mode gives anything. */
  public boolean counts(String mode) {
    return modes.contains(mode);
  }
}

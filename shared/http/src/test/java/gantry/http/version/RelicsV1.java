package gantry.http.version;

import jakarta.inject.Singleton;
import java.time.Instant;

/** Long gone. */
@Singleton
final class RelicsV1 implements OlderVersion {
  @Override
  public ApiVersion version() {
    return new ApiVersion(1, "relics");
  }

  @Override
  public Retirement retirement() {
    return new Retirement(
        Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2026-11-21T12:00:00Z"));
  }
}

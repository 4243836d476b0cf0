package gantry.webhooks.usage;

import gantry.webhooks.grants.Access.User;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Knows when users' days end. A change of the zone takes effect at the next reset. */
@Singleton
public final class UserDays {
  private final PostgresTimeZoneStore zones;
  private final Clock clock;

  UserDays(PostgresTimeZoneStore zones, Clock clock) {
    this.zones = zones;
    this.clock = clock;
  }

  /** The next midnight where the user lives; a day may have 23 or 25 hours. */
  Instant nextReset(User user) {
    var zone =
        zones.find(user.tenant(), user.id()).flatMap(it -> zone(it.zone())).orElse(ZoneOffset.UTC);
    return nextMidnight(clock.instant(), zone);
  }

  static Instant nextMidnight(Instant now, ZoneId zone) {
    return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** False when there is no such zone. */
  public boolean move(User user, String name) {
    var zone = zone(name);
    zone.ifPresent(it -> zones.put(new UserTimeZone(user.tenant(), user.id(), it.getId())));
    return zone.isPresent();
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}

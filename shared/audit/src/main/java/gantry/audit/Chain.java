package gantry.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A chain's end: the number and hash of its last event. */
@MappedEntity("audit.chains")
record Chain(@Id String chain, long lastNumber, String lastHash) {
  /** Tells of every other chain that it was opened, so that none can vanish as a whole. */
  static final String ROOT = "root";

  private static final int LANES = 16;

  /**
   * Events of one object stay in order in one chain; a tenant has several chains, so that its
   * writers seldom wait for one another.
   */
  static String of(Actor actor, AuditedObject object) {
    var lane = Math.floorMod((object.type() + '/' + object.id()).hashCode(), LANES);
    return "tenant/" + actor.tenant() + '/' + lane;
  }
}

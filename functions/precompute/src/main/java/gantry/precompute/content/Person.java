package gantry.precompute.content;

import gantry.audit.Actor;
import gantry.identity.Caller;
import gantry.identity.Role;

/** Who does something: a user of a tenant, and whether as its moderator. */
record Person(String tenant, String id, boolean isModerator) {
  static Person of(Caller caller) {
    return new Person(caller.tenant(), caller.userId(), caller.has(Role.ADMIN));
  }

  boolean mayChange(Roadmap roadmap) {
    return isModerator || owns(roadmap);
  }

  boolean owns(Roadmap roadmap) {
    return roadmap.owner().equals(id);
  }

  boolean maySee(Roadmap roadmap) {
    return roadmap.isPublic() || mayChange(roadmap);
  }

  Actor actor() {
    return new Actor(tenant, id);
  }
}

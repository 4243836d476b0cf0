package gantry.precompute.content;

import gantry.audit.Audit;
import gantry.audit.AuditEvent;
import gantry.audit.AuditedObject;
import gantry.precompute.Removals;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * What follows in the transaction of a change: what is hidden leaves the page, the owner's
 * dashboard shows it, and what moderators do is written down.
 */
@Singleton
final class Aftermath {
  private static final String VIEW = "discover";

  private final Audit audit;
  private final Removals removals;
  private final OwnWrites ownWrites;

  Aftermath(Audit audit, Removals removals, OwnWrites ownWrites) {
    this.audit = audit;
    this.removals = removals;
    this.ownWrites = ownWrites;
  }

  void changed(Person person, Roadmap before, Roadmap after) {
    ownWrites.concern(after.tenant(), after.owner());
    show(after.id().toString(), before.isPublic(), after.isPublic(), after.tenant());
    show("featured:" + after.id(), before.isFeatured(), after.isFeatured(), after.tenant());
    if (!person.owns(before) || before.isFeatured() != after.isFeatured()) {
      var details =
          Map.of(
              "public", Boolean.toString(after.isPublic()),
              "featured", Boolean.toString(after.isFeatured()));
      var moderated = event(person, "roadmap.moderated", before, details);
      audit.append(moderated.changing(RoadmapState.of(before), RoadmapState.of(after)));
    }
  }

  void deleted(Person person, Roadmap roadmap) {
    ownWrites.concern(roadmap.tenant(), roadmap.owner());
    removals.remove(VIEW, roadmap.tenant(), roadmap.id().toString());
    if (!person.owns(roadmap)) {
      var deleted = event(person, "roadmap.deleted", roadmap, Map.of("owner", roadmap.owner()));
      audit.append(deleted.changing(RoadmapState.of(roadmap), null));
    }
  }

  private void show(String item, boolean before, boolean after, String tenant) {
    if (before && !after) {
      removals.remove(VIEW, tenant, item);
    }
    if (!before && after) {
      removals.restore(VIEW, tenant, item);
    }
  }

  private static AuditEvent event(
      Person person, String action, Roadmap roadmap, Map<String, String> details) {
    var object = new AuditedObject("roadmap", roadmap.id().toString());
    return AuditEvent.of(person.actor(), action, object, details);
  }
}

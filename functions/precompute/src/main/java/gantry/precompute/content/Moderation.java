package gantry.precompute.content;

import gantry.audit.Audit;
import gantry.audit.AuditEvent;
import gantry.audit.AuditedObject;
import jakarta.inject.Singleton;
import java.util.Map;

/** Writes down what moderators do to other people's roadmaps, and what they feature. */
@Singleton
final class Moderation {
  private final Audit audit;

  Moderation(Audit audit) {
    this.audit = audit;
  }

  void changed(Person person, Roadmap before, Roadmap after) {
    if (!person.owns(before) || before.isFeatured() != after.isFeatured()) {
      var details =
          Map.of(
              "public", Boolean.toString(after.isPublic()),
              "featured", Boolean.toString(after.isFeatured()));
      append(person, "roadmap.moderated", before, details);
    }
  }

  void deleted(Person person, Roadmap roadmap) {
    if (!person.owns(roadmap)) {
      append(person, "roadmap.deleted", roadmap, Map.of("owner", roadmap.owner()));
    }
  }

  private void append(Person person, String action, Roadmap roadmap, Map<String, String> details) {
    var object = new AuditedObject("roadmap", roadmap.id().toString());
    audit.append(AuditEvent.of(person.actor(), action, object, details));
  }
}

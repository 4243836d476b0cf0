package gantry.authorizer;

import gantry.lambda.Identifier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A token's payload, whose members may be of any type and size. */
record Claims(Map<String, Object> members) {
  private static final double LATEST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  boolean has(String name) {
    return members.containsKey(name);
  }

  String text(String name) {
    return members.get(name) instanceof String text ? text : "";
  }

  Optional<String> identifier(String name) {
    return Optional.of(text(name)).filter(Identifier::isOne);
  }

  /** A NumericDate, which may have a fraction. */
  Optional<Instant> time(String name) {
    return members.get(name) instanceof Number seconds
            && seconds.doubleValue() >= 0
            && seconds.doubleValue() <= LATEST
        ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
        : Optional.empty();
  }

  List<?> audience() {
    return members.get("aud") instanceof List<?> list ? list : List.of(text("aud"));
  }

  /** Only the known ones; a list with anything but texts in it names none. */
  SortedSet<String> roles(String name) {
    var roles = new TreeSet<String>();
    if (members.get(name) instanceof List<?> list) {
      for (var role : list) {
        if (!(role instanceof String text)) {
          return new TreeSet<>();
        }
        roles.add(text);
      }
    }
    roles.retainAll(Identity.ROLES);
    return roles;
  }
}

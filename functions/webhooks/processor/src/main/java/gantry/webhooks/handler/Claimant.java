package gantry.webhooks.handler;

import gantry.lambda.Identifier;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The user that a checkout was opened for, as the seller's own data in the event says. */
public record Claimant(String userId, @Nullable String tenant) {
  /** Of the folder of seller's data at this path; empty when it names no user. */
  public static Optional<Claimant> in(Document document, String... path) {
    var tenant = named(document, path, "tenant").orElse(null);
    return named(document, path, "user_id").map(user -> new Claimant(user, tenant));
  }

  private static Optional<String> named(Document document, String[] path, String name) {
    var full = Arrays.copyOf(path, path.length + 1);
    full[path.length] = name;
    return document.text(full).filter(Identifier::isOne);
  }
}

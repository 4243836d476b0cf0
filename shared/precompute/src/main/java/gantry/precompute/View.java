package gantry.precompute;

import java.util.regex.Pattern;

/**
 * A page that is there before it is asked for; a bean of this type is all that one takes.
 *
 * @param name in tables, keys, metrics and the list of views
 * @param content what its pages hold
 * @param queries how many queries one view of the page would take live
 */
public record View(String name, Scope scope, Content content, int queries, Ages ages) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,30}");

  public View {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("A view's name is short, lower-case and without blanks");
    }
  }

  /** Whether a job builds it for all, and not its first reader for himself. */
  public boolean isBuiltAhead() {
    return scope == Scope.TENANT;
  }

  String query() {
    return content.query();
  }

  /** What there is before the first build, and where nothing is left. */
  String empty() {
    return content.empty();
  }

  /**
   * What pages hold.
   *
   * @param query of {@link Scope#TENANT}: {@code subject}, {@code body} (a JSON object whose arrays
   *     are sections of items with ids) and {@code items} (how much there is), one row per tenant,
   *     in one snapshot. Of {@link Scope#USER}: {@code body} and {@code items} of the one whom
   *     {@code caller.tenant} and {@code caller.id} name. {@code clock.now} is the time
   * @param empty a body with nothing on it
   */
  public record Content(String query, String empty) {}

  /** Whose page it is. */
  public enum Scope {
    /** One for everybody of a tenant, built by the schedule. */
    TENANT,
    /** Everybody's own, composed at the first look and forgotten at the user's own writes. */
    USER
  }
}

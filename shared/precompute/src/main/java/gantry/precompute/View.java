package gantry.precompute;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A page that is built ahead; a bean of this type is all that one takes.
 *
 * @param name in tables, metrics and the list of views
 * @param query answers {@code subject}, {@code body} (a JSON object whose arrays are sections of
 *     items with ids) and {@code items} (how much there is), one row per subject, in one snapshot;
 *     {@code clock.now} is the time of the build
 * @param softAge from when on a page says that it is stale: a little more than the schedule's pause
 * @param queries how many queries one view of the page would take live
 */
public record View(String name, String query, Duration softAge, int queries) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

  public View {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("A view's name is short, lower-case and without blanks");
    }
  }
}

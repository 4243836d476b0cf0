package gantry.emergency;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is restricted, by whom and why. A route is a path, which stands for all below it and for all
 * of its versions, with a method before it or none; {@code *} stands for all.
 */
public record Restriction(
    Level level,
    List<String> routes,
    String reason,
    String actor,
    Instant since,
    @Nullable Instant until,
    boolean endsWhenHealthy) {
  /** Nothing is restricted, and nobody did it. */
  public static final Restriction NONE =
      new Restriction(Level.OFF, List.of(), "", "", Instant.EPOCH, null, false);

  static final String BY_LOAD = "emergency-mode";

  private static final Pattern VERSION = Pattern.compile("^/v[1-9][0-9]*/");

  public Restriction {
    routes = List.copyOf(routes);
  }

  /** Whether it still holds. */
  public boolean isOn(Instant now) {
    return level != Level.OFF && (until == null || now.isBefore(until));
  }

  /** Nobody's decision: a process cannot reach the database. */
  boolean isByLoad() {
    return level == Level.READ_ONLY && actor.equals(BY_LOAD);
  }

  boolean concerns(String method, String path) {
    return routes.stream().anyMatch(route -> matches(route, method, unversioned(path)));
  }

  private static boolean matches(String route, String method, String path) {
    var space = route.indexOf(' ');
    var methodFits = space < 0 || route.substring(0, space).equals(method);
    var prefix = unversioned(route.substring(space + 1));
    return methodFits
        && (prefix.equals("*") || path.equals(prefix) || path.startsWith(prefix + "/"));
  }

  /** A request arrives here in its newest version, whatever its caller wrote. */
  private static String unversioned(String path) {
    return VERSION.matcher(path).replaceFirst("/");
  }
}

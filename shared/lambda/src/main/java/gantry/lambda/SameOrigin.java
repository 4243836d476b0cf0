package gantry.lambda;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a browser sent a request for a page of ours; who says nothing of it is a stranger. */
public final class SameOrigin {
  public static final String SITE = "sec-fetch-site";
  public static final String ORIGIN = "origin";
  public static final String HOST = "host";

  private static final Pattern THIS_MACHINE =
      Pattern.compile("(127\\.0\\.0\\.1|localhost)(:\\d+)?");

  private SameOrigin() {}

  /**
   * The three headers, which no page can set by itself. The site is the browser's own judgement;
   * older ones have none and are judged by the origin.
   */
  public record Claim(@Nullable String site, @Nullable String origin, @Nullable String host) {
    public boolean holds() {
      return site == null ? isOwnOrigin() : site.equals("same-origin");
    }

    private boolean isOwnOrigin() {
      if (origin == null || host == null) {
        return false;
      }
      return origin.equals("https://" + host)
          || (THIS_MACHINE.matcher(host).matches() && origin.equals("http://" + host));
    }
  }
}

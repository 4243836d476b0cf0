package gantry.precompute;

/**
 * What a reader gets: a JSON object that says when it was computed and whether it is stale, and a
 * tag that changes with it.
 */
public record Reading(String json, String tag) {
  static Reading of(Page page, boolean isStale) {
    var json = dated(page.body(), "\"" + page.computedAt() + "\"", isStale);
    var tag = page.fence() + "-" + page.removed() + (isStale ? "-stale" : "");
    return new Reading(json, tag);
  }

  /** Before the first build. */
  static Reading none(View view) {
    return new Reading(dated(view.empty(), "null", true), "none");
  }

  private static String dated(String body, String computedAt, boolean isStale) {
    var fields = body.substring(0, body.lastIndexOf('}')).stripTrailing();
    var comma = fields.endsWith("{") ? "" : ",";
    return "%s%s\"computedAt\":%s,\"stale\":%b}".formatted(fields, comma, computedAt, isStale);
  }
}

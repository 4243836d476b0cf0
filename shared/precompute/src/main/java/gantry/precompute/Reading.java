package gantry.precompute;

/**
 * What a reader gets: a JSON object that says when it was computed and whether it is stale, and a
 * tag that changes with it.
 */
public record Reading(String json, String tag) {
  static Reading of(Page page, boolean isStale) {
    var fields = page.body().substring(0, page.body().lastIndexOf('}')).stripTrailing();
    var comma = fields.endsWith("{") ? "" : ",";
    var json =
        "%s%s\"computedAt\":\"%s\",\"stale\":%b}"
            .formatted(fields, comma, page.computedAt(), isStale);
    var tag = page.fence() + "-" + page.removed() + (isStale ? "-stale" : "");
    return new Reading(json, tag);
  }

  /** Before the first build. */
  static Reading none() {
    return new Reading("{\"computedAt\":null,\"stale\":true}", "none");
  }
}

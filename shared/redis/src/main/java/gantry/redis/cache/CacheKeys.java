package gantry.redis.cache;

import java.util.List;

/** The keys of one cache: one hash tag, so that one script sees all it needs. */
record CacheKeys(String name) {
  /** In the order that the scripts know: entry, lease, marks, epoch. */
  List<String> of(String key) {
    return List.of(entry(key), prefix() + "lease:" + key, prefix() + "marks", epoch());
  }

  String entry(String key) {
    return prefix() + "entry:" + key;
  }

  String epoch() {
    return prefix() + "epoch";
  }

  /** That the other server has missed a deletion. */
  String note() {
    return prefix() + "missed";
  }

  private String prefix() {
    return "cache:{" + name + "}:";
  }
}

package gantry.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SAM's Globals section.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html">Globals</a>
 */
final class Globals {
  private Globals() {}

  /** Maps merge, lists concatenate with the global part first, everything else is overridden. */
  static Map<String, Object> merge(Map<String, Object> global, Map<String, Object> own) {
    var merged = new LinkedHashMap<>(global);
    own.forEach((key, value) -> merged.merge(key, value, Globals::mergeValue));
    return merged;
  }

  private static Object mergeValue(Object global, Object own) {
    if (Nodes.isIntrinsic(global) || Nodes.isIntrinsic(own)) {
      return own;
    }
    if (global instanceof Map && own instanceof Map) {
      return merge(Nodes.map(global), Nodes.map(own));
    }
    if (global instanceof List && own instanceof List) {
      var both = new ArrayList<>(Nodes.list(global));
      both.addAll(Nodes.list(own));
      return both;
    }
    return own;
  }
}

package gantry.tokenscan.watches;

import gantry.identity.Caller;

/** Who watches: the same user of another tenant is somebody else. */
record Watcher(String tenant, String userId) {
  static Watcher of(Caller caller) {
    return new Watcher(caller.tenant(), caller.userId());
  }
}

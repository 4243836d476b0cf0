package gantry.redis;

import io.lettuce.core.RedisCommandExecutionException;
import java.util.regex.Pattern;

/** Tells a server that cannot serve from one that refuses what we asked. */
final class Outages {
  /** A script's failed call carries its error's name in the middle. */
  private static final Pattern CANNOT_SERVE =
      Pattern.compile(
          "(^|-|\\s)(ASK|BUSY|CLUSTERDOWN|LOADING|MASTERDOWN|MISCONF|MOVED|NOAUTH|NOREPLICAS|OOM"
              + "|READONLY|TRYAGAIN|UNKILLABLE|WRONGPASS)\\s");

  private Outages() {}

  /** Whatever is no answer is an outage; an answer is one when it says so. */
  static boolean isOutage(Throwable failure) {
    return !(failure instanceof RedisCommandExecutionException refusal)
        || CANNOT_SERVE.matcher(String.valueOf(refusal.getMessage())).find();
  }
}

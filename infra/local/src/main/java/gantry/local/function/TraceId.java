package gantry.local.function;

import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** X-Ray trace headers in their usual form; nothing is ever sampled here. */
public final class TraceId {
  private TraceId() {}

  /** A root alone, as API Gateway sends it. */
  public static String root() {
    var seconds = HexFormat.of().toHexDigits((int) Instant.now().getEpochSecond());
    return "Root=1-" + seconds + "-" + random(12);
  }

  static String next() {
    return root() + ";Parent=" + random(8) + ";Sampled=0";
  }

  private static String random(int bytes) {
    var random = new byte[bytes];
    ThreadLocalRandom.current().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}

package gantry.bench.functions;

import gantry.testing.ApiEvent;
import java.time.Duration;

/** The measured JVM of {@link TokenScanThroughput}. */
final class TokenScanLoad {
  private static final int KNOWN = 100;

  private final Function function = new Function();
  private long fresh = KNOWN;
  private long known;

  public static void main(String... args) throws Exception {
    var load = new TokenScanLoad();
    var length = Duration.ofSeconds(Long.parseLong(args[0]));
    load.round(length); // Warms up.
    for (var round = 0; round < Integer.parseInt(args[1]); round++) {
      Function.OUT.println(load.round(length));
    }
    System.exit(0);
  }

  private String round(Duration length) throws Exception {
    for (var token = 0; token < KNOWN; token++) {
      ask(token);
    }
    var read = Measured.during(length, () -> ask(known++ % KNOWN));
    var scanned = Measured.during(length, () -> ask(++fresh));
    return "new tokens %s%nknown tokens %s%n%.1f times the CPU for a new one"
        .formatted(scanned, read, read.perCpuSecond() / scanned.perCpuSecond());
  }

  private void ask(long token) {
    var risk =
        function.get(
            ApiEvent.get("/v1/tokens/0x%040x/risk".formatted(token)).query("chain", "eip155:10"),
            "service");
    if (!risk.contains("\"level\":\"LOW\"")) {
      throw new IllegalStateException(risk);
    }
  }
}

package gantry.tokenscan.scans;

import gantry.providers.Json;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One token of an ordered scan, as it travels on the queue. */
record ScanItemRef(UUID scan, int position) {
  String toMessage() {
    return Json.write(Map.of("scan", scan.toString(), "position", position));
  }

  /** Empty for a message that is none of ours. */
  static Optional<ScanItemRef> of(Json message) {
    try {
      return message
          .at("scan")
          .text()
          .map(UUID::fromString)
          .flatMap(scan ->
              message
                  .at("position")
                  .integer()
                  .map(position -> new ScanItemRef(scan, position.intValueExact())));
    } catch (IllegalArgumentException | ArithmeticException _) {
      return Optional.empty();
    }
  }
}

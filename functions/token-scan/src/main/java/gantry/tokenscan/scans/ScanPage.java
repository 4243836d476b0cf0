package gantry.tokenscan.scans;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which part of a scan's tokens. */
record ScanPage(int after, int limit) {
  private static final int MOST = 200;
  private static final int USUAL = 50;

  /** Empty when cursor or limit are none. */
  static Optional<ScanPage> of(@Nullable String cursor, @Nullable String limit) {
    try {
      var after = cursor == null ? -1 : position(cursor);
      var most = limit == null ? USUAL : Integer.parseInt(limit);
      return after >= -1 && most >= 1 && most <= MOST
          ? Optional.of(new ScanPage(after, most))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static String cursorAfter(int position) {
    var text = Integer.toString(position);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(US_ASCII));
  }

  private static int position(String cursor) {
    return Integer.parseInt(new String(Base64.getUrlDecoder().decode(cursor), US_ASCII));
  }
}

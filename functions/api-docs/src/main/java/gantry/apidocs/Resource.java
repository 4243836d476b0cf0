package gantry.apidocs;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.lambda.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A file of the build: whoever has it may keep it, and ask whether it is still the same. */
record Resource(String text, String tag, Map<String, String> headers) {
  private static final String CACHING = "public, max-age=300";

  static Resource json(String name) {
    // Client generators and editors of any origin may read what the API says of itself.
    return of(
        read(name),
        Map.of("Content-Type", "application/json", "Cross-Origin-Resource-Policy", "cross-origin"));
  }

  /** With its own style and nothing else. */
  static Resource page(String name) {
    var html = read(name);
    var style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
    var policy =
        """
        default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; \
        frame-ancestors 'none'\
        """
            .formatted(Base64.getEncoder().encodeToString(Sha256.of(style)));
    return of(
        html,
        Map.of("Content-Type", "text/html; charset=utf-8", "Content-Security-Policy", policy));
  }

  boolean isKnownBy(@Nullable String tags) {
    return tags != null && tags.contains(tag);
  }

  private static Resource of(String text, Map<String, String> headers) {
    var tag = '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(text)) + '"';
    var all = new TreeMap<>(headers);
    all.put("Cache-Control", CACHING);
    all.put("ETag", tag);
    return new Resource(text, tag, all);
  }

  private static String read(String name) {
    try (InputStream in = Resource.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

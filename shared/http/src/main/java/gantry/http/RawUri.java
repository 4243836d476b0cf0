package gantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.MutableHttpParameters;
import io.micronaut.http.simple.SimpleHttpParameters;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paths and query strings from outside, which need not be well-formed. */
final class RawUri {
  /** No route has it; no name, id or text of ours holds U+0000. */
  private static final URI NOWHERE = URI.create("/%00");

  private RawUri() {}

  /** API Gateway decodes the path, so that it may hold what a URI may not. */
  static URI of(String path, @Nullable String query) {
    if (path.indexOf(0) >= 0) {
      return NOWHERE;
    }
    try {
      return new URI(path + suffix(query));
    } catch (URISyntaxException odd) {
      return quoted(path);
    }
  }

  private static URI quoted(String path) {
    try {
      return new URI(null, null, path, null);
    } catch (URISyntaxException hopeless) {
      return NOWHERE;
    }
  }

  private static String suffix(@Nullable String query) {
    return query == null || query.isEmpty() ? "" : "?" + query;
  }

  /** Every value of every parameter, in order, commas and all. */
  static MutableHttpParameters parameters(@Nullable String query, ConversionService conversion) {
    var values = new LinkedHashMap<CharSequence, List<String>>();
    for (var pair : (query == null ? "" : query).split("&", -1)) {
      var equals = pair.indexOf('=');
      if (!pair.isEmpty()) {
        values
            .computeIfAbsent(
                decoded(equals < 0 ? pair : pair.substring(0, equals)), _ -> new ArrayList<>())
            .add(decoded(equals < 0 ? "" : pair.substring(equals + 1)));
      }
    }
    return new SimpleHttpParameters(values, conversion);
  }

  /** Text with a broken escape stands for itself. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException broken) {
      return text;
    }
  }
}

package gantry.http.version;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A path such as {@code /v1/access/7}: its version, and what lies behind the resource. */
record VersionedPath(ApiVersion version, String rest) {
  private static final Pattern FORM =
      Pattern.compile("/v([1-9][0-9]{0,2})/([^/]+)(/.*)?", Pattern.DOTALL);

  static Optional<VersionedPath> of(@Nullable String path) {
    var form = FORM.matcher(path == null ? "" : path);
    if (!form.matches()) {
      return Optional.empty();
    }
    var version = new ApiVersion(Integer.parseInt(form.group(1)), form.group(2));
    var rest = form.group(3);
    return Optional.of(new VersionedPath(version, rest == null ? "" : rest));
  }

  VersionedPath in(ApiVersion other) {
    return new VersionedPath(other, rest);
  }

  String text() {
    return version.path() + rest;
  }
}

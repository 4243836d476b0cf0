package gantry.http.version;

import gantry.http.version.VersionChoice.AsItIs;
import gantry.http.version.VersionChoice.Gone;
import gantry.http.version.VersionChoice.Translated;
import gantry.http.version.VersionChoice.Unknown;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The path decides on the version; the header may agree or pick a later one. */
@Singleton
final class ChooseVersion {
  private static final Pattern NUMBER = Pattern.compile("v?([1-9][0-9]{0,2})");

  private final KnownVersions known;
  private final Clock clock;

  ChooseVersion(KnownVersions known, Clock clock) {
    this.known = known;
    this.clock = clock;
  }

  /** A path that is in no known version is left to the router, which answers 404. */
  VersionChoice choose(@Nullable String path, @Nullable String header) {
    return VersionedPath.of(path)
        .filter(asked -> known.contains(asked.version()))
        .map(asked -> header == null ? serve(asked) : choose(asked, header))
        .orElseGet(AsItIs::new);
  }

  private VersionChoice choose(VersionedPath asked, String header) {
    return number(header)
        .filter(number -> number >= asked.version().number())
        .map(number -> new ApiVersion(number, asked.version().resource()))
        .filter(known::contains)
        .map(version -> serve(asked.in(version)))
        .orElseGet(Unknown::new);
  }

  private VersionChoice serve(VersionedPath chosen) {
    var steps = new ArrayList<OlderVersion>();
    var version = chosen.version();
    for (var step = known.older(version); step.isPresent(); step = known.older(version)) {
      steps.add(step.get());
      version = version.next();
    }
    if (!steps.isEmpty() && steps.getFirst().retirement().isOver(clock.instant())) {
      return new Gone(steps.getFirst());
    }
    return new Translated(chosen.in(version), steps);
  }

  private static Optional<Integer> number(String header) {
    return Optional.of(NUMBER.matcher(header))
        .filter(form -> form.matches())
        .map(form -> Integer.valueOf(form.group(1)));
  }
}

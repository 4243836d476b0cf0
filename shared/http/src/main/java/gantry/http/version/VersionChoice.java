package gantry.http.version;

import java.util.List;

/** What becomes of a request's version. */
sealed interface VersionChoice {
  /** Nothing to translate and nothing to announce. */
  record AsItIs() implements VersionChoice {}

  /** The steps lead from the chosen version to the newest, whose path is served. */
  record Translated(VersionedPath served, List<OlderVersion> steps) implements VersionChoice {
    public Translated {
      steps = List.copyOf(steps);
    }
  }

  /** The header names none that the path may be served in. */
  record Unknown() implements VersionChoice {}

  /** Its time is over. */
  record Gone(OlderVersion version) implements VersionChoice {}
}

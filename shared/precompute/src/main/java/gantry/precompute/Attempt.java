package gantry.precompute;

import java.util.List;

/** What became of an attempt to build, before anybody was told. */
record Attempt(State state, List<BuiltPage> pages) {
  Attempt {
    pages = List.copyOf(pages);
  }

  static Attempt of(List<BuiltPage> pages) {
    return new Attempt(State.MINE, pages);
  }

  static Attempt none(State state) {
    return new Attempt(state, List.of());
  }

  /** Whose turn it was. */
  enum State {
    MINE,
    BUSY,
    NOT_DUE
  }
}

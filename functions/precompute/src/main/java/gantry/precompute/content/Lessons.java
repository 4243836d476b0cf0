package gantry.precompute.content;

import java.util.List;

/** The steps of a roadmap, in order. */
record Lessons(List<Lesson> all) {
  Lessons {
    all = List.copyOf(all);
  }
}

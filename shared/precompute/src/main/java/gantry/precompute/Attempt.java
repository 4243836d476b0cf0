package gantry.precompute;

import java.util.List;

/** What became of an attempt to build, before anybody was told. */
sealed interface Attempt {
  record Built(List<BuiltPage> pages) implements Attempt {
    public Built {
      pages = List.copyOf(pages);
    }
  }

  /** Another process is at it. */
  record Busy() implements Attempt {}

  /** There is a page that is new enough. */
  record NotDue() implements Attempt {}
}

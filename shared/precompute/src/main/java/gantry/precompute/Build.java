package gantry.precompute;

import java.util.List;

/** What became of a build. */
public sealed interface Build {
  /**
   * The pages of {@code built} subjects are new; {@code refused} ones keep their last good page,
   * since there was nothing for them where there had been something.
   */
  record Done(int built, int refused) implements Build {
    static Done of(List<BuiltPage> pages) {
      var kept = (int) pages.stream().filter(BuiltPage::isKept).count();
      return new Done(kept, pages.size() - kept);
    }
  }

  /** Another process is at it. */
  record Busy() implements Build {}

  /** There is a page that is new enough. */
  record NotDue() implements Build {}
}

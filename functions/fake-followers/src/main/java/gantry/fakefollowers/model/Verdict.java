package gantry.fakefollowers.model;

/** What a follower is taken for. */
public enum Verdict {
  FAKE,
  SUSPICIOUS,
  REAL,
  /** Neither letters nor counts to judge by. */
  UNKNOWN
}

package gantry.fakefollowers.batch;

/** A part of an audit's followers, one message on {@code follower-batches}. */
public record FollowerBatch(AuditRef audit, int number, Followers followers) {
  /** Usual followers with all counts are scored in 2 kB each, and a record holds 200. */
  public static final int MOST_FOLLOWERS = 80;

  /** What another producer's message may hold. */
  static final int MOST_READ = 1000;
}

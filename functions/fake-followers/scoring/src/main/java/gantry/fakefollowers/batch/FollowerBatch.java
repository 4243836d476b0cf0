package gantry.fakefollowers.batch;

/** A part of an audit's followers, one message on {@code follower-batches}. */
public record FollowerBatch(AuditRef audit, int number, Followers followers) {
  /** Scored, they are 200 bytes each in a record of at most 200 kB. */
  public static final int MOST_FOLLOWERS = 400;

  /** What another producer's message may hold. */
  static final int MOST_READ = 1000;
}

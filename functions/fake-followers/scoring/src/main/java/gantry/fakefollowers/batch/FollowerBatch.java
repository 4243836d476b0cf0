package gantry.fakefollowers.batch;

/** A part of an audit's followers, one message on {@code follower-batches}. */
public record FollowerBatch(AuditRef audit, int number, Followers followers) {
  /** So that what is scored of it fits a record of the stream with room to spare. */
  public static final int MOST_FOLLOWERS = 150;

  /** What another producer's message may hold. */
  static final int MOST_READ = 1000;
}

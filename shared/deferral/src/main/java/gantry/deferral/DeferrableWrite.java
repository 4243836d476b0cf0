package gantry.deferral;

/**
 * What is to be written, so that it can be done without its caller. Writes of one kind to one
 * subject keep their order; a later one makes an earlier one that still waits needless.
 */
public record DeferrableWrite(String kind, String subject, Record content) {
  /** SQS allows 128 characters in a message group. */
  private static final int LONGEST = 128;

  public DeferrableWrite {
    if (subject.isEmpty() || group(kind, subject).length() > LONGEST) {
      throw new IllegalArgumentException("A subject has a name, and not a long one");
    }
  }

  String group() {
    return group(kind, subject);
  }

  private static String group(String kind, String subject) {
    return kind + "/" + subject;
  }
}

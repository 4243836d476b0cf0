package gantry.fakefollowers.batch;

/** Text that is no batch at all; the message is ours and holds nothing of the text. */
public final class MalformedBatchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedBatchException(String message) {
    super(message);
  }
}

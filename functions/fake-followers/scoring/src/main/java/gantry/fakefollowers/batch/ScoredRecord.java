package gantry.fakefollowers.batch;

/** A record as the stream takes it. */
public final class ScoredRecord {
  private final String key;
  private final byte[] content;

  ScoredRecord(String key, byte[] content) {
    this.key = key;
    this.content = content;
  }

  public String key() {
    return key;
  }

  /** Nobody writes to them. */
  public byte[] content() {
    return content;
  }
}

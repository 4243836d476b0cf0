package gantry.fakefollowers.batch;

/** A record as the stream takes it. */
public final class ScoredRecord {
  private final String key;
  private final byte[] json;

  ScoredRecord(String key, byte[] json) {
    this.key = key;
    this.json = json;
  }

  public String key() {
    return key;
  }

  /** Nobody writes to them. */
  public byte[] json() {
    return json;
  }
}

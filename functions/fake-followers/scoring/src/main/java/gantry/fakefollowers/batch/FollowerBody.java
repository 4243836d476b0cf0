package gantry.fakefollowers.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;

/** A request's body: one JSON object with followers, or a follower per line. */
public final class FollowerBody {
  public static final String LINES = "application/x-ndjson";

  private FollowerBody() {}

  /** Empty when it is neither; lines have no texts beside them. */
  public static Optional<FollowersDocument> read(byte[] body, String contentType) {
    try {
      return Optional.of(
          contentType.startsWith(LINES)
              ? new FollowersDocument(Map.of(), FollowerReader.lines(new String(body, UTF_8)))
              : FollowersDocument.read(body));
    } catch (MalformedBatchException _) {
      return Optional.empty();
    }
  }
}

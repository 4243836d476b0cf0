package gantry.fakefollowers.names;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.aws.CallLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;

/** Fetches the operator's list of names, UTF-8, one name per line. */
final class NameListClient {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int MOST_NAMES = 1_000_000;
  private static final CallLimits LIMITS =
      new CallLimits(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20));

  private NameListClient() {}

  /** Takes {@code file:/folder/names.txt} or {@code s3://bucket/key}. */
  static List<String> read(String address) throws IOException {
    var uri = URI.create(address);
    return switch (String.valueOf(uri.getScheme())) {
      case "file" -> names(Files.newInputStream(Path.of(uri)));
      case "s3" -> ofBucket(uri);
      default -> throw new IllegalStateException("NAME_LIST is neither file: nor s3:");
    };
  }

  private static List<String> ofBucket(URI uri) throws IOException {
    try (var s3 = LIMITS.build(S3Client.builder())) {
      var key = uri.getPath().substring(1);
      return names(s3.getObject(get -> get.bucket(uri.getHost()).key(key)));
    }
  }

  /** A letter that is none would end a list in the middle of nowhere, so it throws. */
  private static List<String> names(InputStream list) throws IOException {
    try (var lines = new BufferedReader(new InputStreamReader(list, UTF_8.newDecoder()))) {
      var names = lines.lines().limit(MOST_NAMES + 1L).map(NameListClient::bare).toList();
      if (names.size() > MOST_NAMES) {
        throw new IllegalStateException("NAME_LIST has more than " + MOST_NAMES + " names");
      }
      return names;
    }
  }

  /** Some editors write a mark before the first line. */
  private static String bare(String line) {
    return line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
  }
}

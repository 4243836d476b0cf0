package gantry.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Where a custom resource's answers go: one PUT to the address that came with the request. */
final class CloudFormation {
  private static final int TRIES = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Throws when nobody took it: then Lambda runs the event again, and all is as before. */
  void tell(StackRequest asked, StackAnswer answer) {
    try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var put = put(asked, answer);
      for (var left = TRIES; left > 0; left--) {
        if (isTaken(http, put)) {
          return;
        }
      }
    }
    throw new IllegalStateException("CloudFormation did not take the answer");
  }

  /** Without a content type: the address was signed for none. */
  private static HttpRequest put(StackRequest asked, StackAnswer answer) {
    return HttpRequest.newBuilder(asked.responseUrl())
        .timeout(PATIENCE)
        .PUT(BodyPublishers.ofString(answer.json(asked)))
        .build();
  }

  private static boolean isTaken(HttpClient http, HttpRequest put) {
    try {
      return http.send(put, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }
}

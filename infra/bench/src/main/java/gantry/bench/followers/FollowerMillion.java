package gantry.bench.followers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * A large audience through a running local cloud: parts over HTTP, the scorer killed twice while
 * they still come, and in the end each follower in PostgreSQL exactly once.
 *
 * <p>Arguments: API address, followers, process id of the local cloud, JDBC address with user and
 * password.
 */
public final class FollowerMillion {
  /** Of 4 MB, the most that a body may have. */
  private static final int PART = 48_000;

  private static final int KILLS = 2;
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final String SCORER = "ScoreFollowersHandler";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Handles are all different, so that one lost and one doubled cannot make up for each other. */
  private static final String COUNTS =
      """
      SELECT count(*), count(DISTINCT result ->> 1),
             (SELECT sum(followers) FROM followers.tallies
              WHERE audit = CAST(? AS uuid) AND kind = 'verdict')
      FROM followers.followers
      WHERE audit = CAST(? AS uuid)
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;
  private final String bearer;
  private final long start = System.nanoTime();

  private FollowerMillion(URI address) throws IOException, InterruptedException {
    this.address = address;
    var claims = "{\"sub\":\"bench\",\"tenant\":\"bench\",\"roles\":[\"admin\"]}";
    this.bearer =
        "Bearer " + send(post("/_local/token", claims, "application/json")).get("token").asText();
  }

  public static void main(String... args) throws Exception {
    var followers = Integer.parseInt(args[1]);
    var bench = new FollowerMillion(URI.create(args[0]));
    var audit = bench.begin();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sent = threads.submit(() -> bench.sendParts(audit, followers));
      bench.awaitEnd(audit, followers, Long.parseLong(args[2]), sent);
      System.out.printf("all parts taken after %d s%n", sent.get());
    }
    System.out.printf("done after %d s%n", bench.seconds());
    System.out.println(bench.get(audit));
    report(audit.substring(audit.lastIndexOf('/') + 1), args[3]);
  }

  private String begin() throws IOException, InterruptedException {
    var body = "{\"creator\":\"@bench\",\"platform\":\"bench\",\"open\":true,\"followers\":[]}";
    var begun = send(authorised(post("/v1/follower-audits", body, "application/json")));
    return "/v1/follower-audits/" + begun.get("id").asText();
  }

  private long sendParts(String audit, int followers) throws IOException, InterruptedException {
    for (var from = 0; from < followers; from += PART) {
      var lines = Audience.lines(from, Math.min(followers, from + PART));
      send(authorised(post(audit + "/followers", lines, "application/x-ndjson")));
    }
    send(authorised(post(audit + "/close", "", "application/json")));
    return seconds();
  }

  private void awaitEnd(String audit, int followers, long cloud, Future<Long> sent)
      throws IOException, InterruptedException, ExecutionException {
    var kills = 0;
    var view = get(audit);
    while (!view.get("state").asText().equals("DONE")) {
      var due = (long) followers * (kills + 1) / (KILLS + 2);
      if (kills < KILLS && view.get("scored").asLong() >= due) {
        kills += killScorer(cloud);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      if (sent.isDone()) {
        sent.get(); // throws what it failed with
      }
      view = get(audit);
      System.out.printf(
          "%d s: %d of %d scored%n", seconds(), view.get("scored").asLong(), followers);
    }
  }

  private static int killScorer(long cloud) {
    var scorer =
        ProcessHandle.of(cloud)
            .orElseThrow()
            .descendants()
            .filter(process -> process.info().commandLine().orElse("").contains(SCORER))
            .findFirst();
    scorer.ifPresent(process -> System.out.println("kills the scorer, " + process.pid()));
    return scorer.map(ProcessHandle::destroyForcibly).orElse(false) ? 1 : 0;
  }

  private static void report(String audit, String jdbcUrl) throws SQLException {
    try (var connection = DriverManager.getConnection(jdbcUrl);
        var statement = connection.prepareStatement(COUNTS)) {
      statement.setString(1, audit);
      statement.setString(2, audit);
      try (var row = statement.executeQuery()) {
        row.next();
        System.out.printf(
            "rows %d, different handles %d, in the summary %d%n",
            row.getLong(1), row.getLong(2), row.getLong(3));
      }
    }
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return send(authorised(HttpRequest.newBuilder(address.resolve(path))));
  }

  private HttpRequest.Builder post(String path, String body, String type) {
    return HttpRequest.newBuilder(address.resolve(path))
        .header("content-type", type)
        .POST(BodyPublishers.ofString(body, UTF_8));
  }

  private HttpRequest.Builder authorised(HttpRequest.Builder request) {
    return request.header("authorization", bearer);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private long seconds() {
    return Duration.ofNanos(System.nanoTime() - start).toSeconds();
  }
}

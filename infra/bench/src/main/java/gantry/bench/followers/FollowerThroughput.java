package gantry.bench.followers;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import gantry.fakefollowers.batch.IndexedFollower;
import gantry.fakefollowers.batch.ScoreFollowers;
import gantry.fakefollowers.model.Follower;
import gantry.fakefollowers.names.KnownNames;
import gantry.fakefollowers.names.Lexicon;
import gantry.fakefollowers.scorer.ScoreFollowersHandler;
import gantry.testing.SqsEvents;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Followers per second of one core, from the SQS event to the records for Kinesis, and look-ups of
 * names. Arguments: a list of names, followers as JSON lines, rounds.
 */
public final class FollowerThroughput {
  private static final Duration ROUND = Duration.ofSeconds(3);
  private static final int BATCHES = 10;
  private static final int PARTS = 4;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Follower> followers = new ArrayList<>();
  private final List<String> names;
  private double sink;

  private FollowerThroughput(Path names, Path followers) throws IOException {
    this.names = Files.readAllLines(names);
    for (var line : Files.readAllLines(followers)) {
      var row = JSON.readTree(line);
      this.followers.add(
          Follower.named(
              row.get("follower_handle").asText(), row.get("follower_full_name").asText()));
    }
  }

  public static void main(String... args) throws IOException {
    System.out.printf("shipped names at start: %.0f ms CPU%n", millis(KnownNames::shipped));
    var bench = new FollowerThroughput(Path.of(args[0]), Path.of(args[1]));
    System.out.printf(
        "%d names at start: %.0f ms CPU%n",
        bench.names.size(), millis(() -> KnownNames.with(bench.names)));
    var settings =
        Map.<String, Object>of(
            "name.list",
            Path.of(args[0]).toUri().toString(),
            "follower-scores.stream",
            "bench",
            NothingStream.PROPERTY,
            "1");
    try (var context = ApplicationContext.run(settings)) {
      for (var round = 1; round <= Integer.parseInt(args[2]); round++) {
        System.out.printf("round %d%n", round);
        bench.handler(context);
        bench.lookUps();
      }
      System.gc();
      var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      System.out.printf("heap that is left after a collection: %d MB%n", heap >> 20);
    }
  }

  private static double millis(Runnable run) {
    var start = CpuRate.nanos();
    run.run();
    return (CpuRate.nanos() - start) / 1e6;
  }

  private void handler(ApplicationContext context) throws IOException {
    var handler = new ScoreFollowersHandler(context);
    var event = event();
    var rate = CpuRate.of(ROUND, BATCHES * followers.size() / PARTS, () -> handler.execute(event));
    var indexed = followers.stream().map(follower -> new IndexedFollower(0, follower)).toList();
    var scorer = context.getBean(ScoreFollowers.class);
    var scoring = CpuRate.of(ROUND, indexed.size(), () -> sink += scorer.score(indexed).size());
    System.out.printf("  whole handler      %,10.0f followers/s%n", rate);
    System.out.printf("  both scores alone  %,10.0f followers/s%n", scoring);
  }

  /** Messages of 75 followers, about as many as an audit puts into one. */
  private SQSEvent event() throws IOException {
    var event = SqsEvents.from("follower-batches");
    var size = followers.size() / PARTS;
    for (var i = 0; i < BATCHES; i++) {
      var from = i % PARTS * size;
      event.message("m-" + i, message(i, followers.subList(from, from + size)));
    }
    return event.event();
  }

  private static String message(int number, List<Follower> some) throws IOException {
    var rows =
        some.stream()
            .map(one -> Map.of("handle", one.handle(), "fullName", one.fullName()))
            .toList();
    return JSON.writeValueAsString(
        Map.of(
            "audit", new UUID(0, 1).toString(),
            "batch", number,
            "tenant", "bench",
            "owner", "bench",
            "creator", "@bench",
            "platform", "bench",
            "followers", rows));
  }

  private void lookUps() {
    var lexicon = new Lexicon(names);
    var words =
        followers.stream()
            .map(one -> one.fullName().toLowerCase(Locale.ROOT))
            .flatMap(name -> Arrays.stream(name.split("[^a-z]+", -1)).limit(2))
            .filter(word -> word.length() > 1)
            .toList();
    var unknown = words.stream().filter(word -> !lexicon.contains(word)).toList();
    System.out.printf(
        "  look-ups           %,10.0f/s of %d words, %,.0f/s of %d without exact hit%n",
        rate(lexicon, words), words.size(), rate(lexicon, unknown), unknown.size());
  }

  private double rate(Lexicon lexicon, List<String> words) {
    return CpuRate.of(
        ROUND, words.size(), () -> words.forEach(word -> sink += lexicon.score(word)));
  }
}

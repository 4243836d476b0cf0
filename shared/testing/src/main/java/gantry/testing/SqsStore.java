package gantry.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.List$;
import scala.util.Either;

/**
 * ElasticMQ's message storage: an H2 file that holds every message before its sender hears of
 * success.
 */
final class SqsStore {
  /**
   * ElasticMQ opens one database per JVM, the first, and uses it for every later server without a
   * word.
   */
  private static final AtomicReference<@Nullable Path> OPEN = new AtomicReference<>();

  private SqsStore() {}

  static ActorRef create(ActorSystem system, Path folder) {
    if (!OPEN.compareAndSet(null, folder) && !folder.equals(OPEN.get())) {
      throw new IllegalStateException("This JVM keeps its queues in " + OPEN.get() + " already");
    }
    var config = new SqlQueuePersistenceConfig(true, "org.h2.Driver", url(folder), "sa", "", false);
    return system.actorOf(
        Props.create(
            SqlQueuePersistenceActor.class,
            () -> new SqlQueuePersistenceActor(config, List$.MODULE$.empty())));
  }

  /** Queues and messages of the last run appear again. */
  static void restore(ActorRef store, ActorRef queues, Duration limit) {
    var answer = Patterns.ask(store, new QueueEvent.Restore(queues), limit).toCompletableFuture();
    if (answer.join() instanceof Either<?, ?> result && result.isLeft()) {
      throw new IllegalStateException("The stored queues could not be read: " + result);
    }
  }

  /** Without WRITE_DELAY=0 a commit reaches the file up to half a second later. */
  private static String url(Path folder) {
    return "jdbc:h2:file:" + folder.resolve("queues") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
  }
}

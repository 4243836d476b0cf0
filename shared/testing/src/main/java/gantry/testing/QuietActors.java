package gantry.testing;

import com.typesafe.config.ConfigFactory;
import org.apache.pekko.actor.ActorSystem;

/** The actor system of ElasticMQ, with few threads and without chatter. */
final class QuietActors {
  private static final String SETTINGS =
      """
      pekko.loglevel = ERROR
      pekko.stdout-loglevel = OFF
      pekko.log-dead-letters = off
      pekko.log-dead-letters-during-shutdown = off
      pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
      pekko.jvm-shutdown-hooks = off
      pekko.http.server.request-timeout = 40 s
      pekko.http.server.parsing.max-content-length = 16m
      pekko.http.server.terminate-timeout = 1 s
      """;

  private QuietActors() {}

  static ActorSystem create() {
    var loader = QuietActors.class.getClassLoader();
    var config = ConfigFactory.parseString(SETTINGS).withFallback(ConfigFactory.load(loader));
    return ActorSystem.create("elasticmq", config, loader);
  }
}

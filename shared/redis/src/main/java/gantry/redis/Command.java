package gantry.redis;

import java.util.concurrent.CompletionStage;

/** Something to ask of a Redis server, asked again of the backup when the first does not answer. */
@FunctionalInterface
public interface Command<T> {
  CompletionStage<T> sendOver(Session session);
}

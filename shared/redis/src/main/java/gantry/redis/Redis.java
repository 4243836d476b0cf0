package gantry.redis;

import gantry.lambda.HoldsConnections;
import gantry.redis.Reply.Answered;
import gantry.redis.Reply.Unanswered;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The primary server and its backup. One call asks the first whose breaker lets it, and the other
 * within the same call when there is no answer; without any configured there never is one.
 */
public final class Redis implements HoldsConnections, AutoCloseable {
  private final Map<Place, Server> servers = new EnumMap<>(Place.class);
  private final Allowance warm;
  private final Runnable shutdown;
  private final AtomicBoolean isWarm = new AtomicBoolean();
  private @Nullable Long begun;

  Redis(List<Server> servers, Allowance warm, Runnable shutdown) {
    servers.forEach(server -> this.servers.put(server.place(), server));
    this.warm = warm;
    this.shutdown = shutdown;
  }

  /** Whether there is a server to ask at all. */
  public boolean isConfigured() {
    return !servers.isEmpty();
  }

  /** The answer of the first server that gives one. */
  public <T> Reply<T> call(Command<T> command) {
    var time = time();
    for (var server : servers.values()) {
      if (ask(server, command, time) instanceof Answered<T> answered) {
        return answered;
      }
    }
    return new Unanswered<>();
  }

  /** Asks every server, as a deletion must. */
  public <T> Map<Place, Reply<T>> callAll(Command<T> command) {
    var time = time();
    var replies = new EnumMap<Place, Reply<T>>(Place.class);
    servers.forEach((place, server) -> replies.put(place, ask(server, command, time)));
    return replies;
  }

  /** Asks one server and no other. */
  public <T> Reply<T> callAt(Place place, Command<T> command) {
    var server = servers.get(place);
    return server == null ? new Unanswered<>() : ask(server, command, time());
  }

  /** Asks every server whether it is there. */
  public Health health() {
    var replies = callAll(session -> session.commands().ping());
    var answered = replies.values().stream().filter(Answered.class::isInstance).count();
    if (replies.isEmpty()) {
      return Health.NOT_CONFIGURED;
    }
    return answered == replies.size()
        ? Health.HEALTHY
        : answered == 0 ? Health.UNHEALTHY : Health.DEGRADED;
  }

  private Time time() {
    var isCold = !isWarm.get() && System.nanoTime() - begin() < Allowance.COLD.call().toNanos();
    return Time.of(isCold ? Allowance.COLD : warm);
  }

  /** The backup's connection stands before it is needed: a call that fails over has little time. */
  private synchronized long begin() {
    if (begun == null) {
      begun = System.nanoTime();
      servers.values().forEach(Server::prepare);
    }
    return begun;
  }

  private <T> Reply<T> ask(Server server, Command<T> command, Time time) {
    var reply = server.ask(command, time.left());
    if (reply instanceof Answered) {
      isWarm.set(true);
    }
    return reply;
  }

  /** What comes next is a first call again, with its patience. */
  @Override
  public synchronized void letGo() {
    shutdown.run();
    servers.values().forEach(Server::forget);
    isWarm.set(false);
    begun = null;
  }

  @Override
  public void close() {
    shutdown.run();
  }

  /** What is left of one call. */
  private record Time(Duration command, long end) {
    static Time of(Allowance allowance) {
      return new Time(allowance.command(), System.nanoTime() + allowance.call().toNanos());
    }

    Duration left() {
      var left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      return left.compareTo(command) < 0 ? left : command;
    }
  }
}

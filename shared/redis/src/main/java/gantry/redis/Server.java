package gantry.redis;

import gantry.redis.Reply.Answered;
import gantry.redis.Reply.Unanswered;
import gantry.resilience.Breaker;
import gantry.resilience.Permit;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Redis server behind its breaker. The connection is made at the first command, and made anew
 * after each time-out: over a dead one a server that has come back would never be heard.
 */
final class Server {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  /** What commands of other threads, still under way over a connection given up, may take. */
  private static final long LINGER_MILLIS = 1_000;

  private final Place place;
  private final Breaker breaker;
  private final Supplier<CompletionStage<StatefulRedisConnection<String, byte[]>>> connect;
  private @Nullable CompletableFuture<Session> session;

  Server(
      Place place,
      Breaker breaker,
      Supplier<CompletionStage<StatefulRedisConnection<String, byte[]>>> connect) {
    this.place = place;
    this.breaker = breaker;
    this.connect = connect;
  }

  Place place() {
    return place;
  }

  /** Throws only when the server refuses what was asked: that is a defect of ours. */
  <T> Reply<T> ask(Command<T> command, Duration patience) {
    var leave = breaker.tryAcquire();
    if (leave.isEmpty()) {
      return new Unanswered<>();
    }
    try (var permit = leave.get()) {
      return ask(command, patience, permit);
    }
  }

  private <T> Reply<T> ask(Command<T> command, Duration patience, Permit permit) {
    var opened = session();
    var answer = opened.thenCompose(command::sendOver).toCompletableFuture();
    try {
      var value = answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      permit.succeeded();
      return new Answered<>(value, opened.join());
    } catch (TimeoutException _) {
      answer.cancel(true);
      return unanswered("nothing within " + patience, opened, permit);
    } catch (ExecutionException e) {
      return refusedOr(unwrapped(e), opened, permit);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Unanswered<>();
    }
  }

  private <T> Reply<T> refusedOr(
      Throwable failure, CompletableFuture<Session> opened, Permit permit) {
    if (Outages.isOutage(failure)) {
      return unanswered(failure.toString(), opened, permit);
    }
    permit.succeeded();
    throw failure instanceof RedisException refusal ? refusal : new RedisException(failure);
  }

  private <T> Reply<T> unanswered(String why, CompletableFuture<Session> opened, Permit permit) {
    LOG.warn("No answer from Redis {}: {}", place, why);
    permit.failed();
    giveUp(opened);
    return new Unanswered<>();
  }

  /** Begins to connect, so that a call that comes here in a hurry need not wait for that. */
  void prepare() {
    var _ = session();
  }

  /** Whatever is open, or about to be, belongs to a client that is shut down. */
  synchronized void forget() {
    session = null;
  }

  private synchronized CompletableFuture<Session> session() {
    if (session == null || isOver(session)) {
      session = open();
    }
    return session;
  }

  private CompletableFuture<Session> open() {
    return connect
        .get()
        .thenApply(connection -> new Session(place, connection))
        .toCompletableFuture();
  }

  private static boolean isOver(CompletableFuture<Session> opened) {
    return opened.isCompletedExceptionally() || (opened.isDone() && !opened.join().isOpen());
  }

  /** A connection still being made is left alone: a later command may find it ready. */
  @SuppressWarnings("ReferenceEquality") // whether another thread has given this one up already
  private synchronized void giveUp(CompletableFuture<Session> opened) {
    if (session == opened && opened.isDone()) {
      session = null;
      var later = CompletableFuture.delayedExecutor(LINGER_MILLIS, TimeUnit.MILLISECONDS);
      var _ = opened.thenAcceptAsync(Session::close, later);
    }
  }

  private static Throwable unwrapped(ExecutionException e) {
    var failure = e.getCause() == null ? e : e.getCause();
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}

package gantry.testing;

import gantry.testing.Fault.Refuse;
import gantry.testing.Fault.Reset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A TCP proxy on 127.0.0.1 in front of a real server that does to its clients what networks do. */
public final class FaultProxy implements AutoCloseable {
  private static final int BACKLOG = 200;

  private final int port = Ports.free();
  private final int server;
  private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicReference<FaultInForce> inForce =
      new AtomicReference<>(new FaultInForce(Fault.none(), Integer.MAX_VALUE));
  private final AtomicInteger strikes = new AtomicInteger();
  private @Nullable ServerSocket listener;
  private @Nullable Thread accepting;

  private FaultProxy(int server) {
    this.server = server;
  }

  /** Stands in front of the server on this port of 127.0.0.1. */
  public static FaultProxy to(int server) {
    var proxy = new FaultProxy(server);
    proxy.listen();
    return proxy;
  }

  /** Where clients connect. */
  public int port() {
    return port;
  }

  /** Replaces the fault in force, for connections that are open and for those to come. */
  public void inject(Fault fault) {
    replace(new FaultInForce(fault, Integer.MAX_VALUE));
  }

  /** As {@link #inject}; a cut, or a lost or withheld reply, befalls one connection only. */
  public void injectOnce(Fault fault) {
    replace(new FaultInForce(fault, 1));
  }

  /** Lets everything pass again; bytes held back arrive now. */
  public void heal() {
    inject(Fault.none());
  }

  /** How many connections were cut or had a reply lost or withheld, since the start. */
  public int strikes() {
    return strikes.get();
  }

  /** How many connections are open. */
  public int connections() {
    return connections.size();
  }

  @Override
  public void close() {
    inject(Fault.refuse());
  }

  FaultInForce inForce() {
    return inForce.get();
  }

  /** Whether this fault may strike a connection now. */
  boolean strikes(FaultInForce fault) {
    var yes = fault.strikes();
    if (yes) {
      strikes.incrementAndGet();
    }
    return yes;
  }

  void closed(ProxiedConnection connection) {
    connections.remove(connection);
  }

  private synchronized void replace(FaultInForce next) {
    inForce.getAndSet(next).end();
    switch (next.fault()) {
      case Refuse _ -> {
        hangUp();
        resetAll();
      }
      case Reset _ -> {
        listen();
        resetAll();
      }
      default -> listen();
    }
  }

  private void resetAll() {
    connections.forEach(ProxiedConnection::reset);
  }

  private synchronized void listen() {
    if (listener == null) {
      try {
        var opened = new ServerSocket(port, BACKLOG, InetAddress.ofLiteral("127.0.0.1"));
        listener = opened;
        accepting = Thread.ofVirtual().name("fault-proxy").start(() -> acceptFrom(opened));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The port stays open until the thread that accepts has let go of it. */
  private void hangUp() {
    if (listener != null && accepting != null) {
      ProxiedConnection.closeQuietly(listener);
      listener = null;
      try {
        accepting.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void acceptFrom(ServerSocket opened) {
    try {
      while (true) {
        var connection = new ProxiedConnection(this, opened.accept());
        connections.add(connection);
        Thread.ofVirtual().start(() -> connection.open(server));
      }
    } catch (IOException _) {
      // Hung up.
    }
  }
}

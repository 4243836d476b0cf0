package gantry.testing;

import gantry.testing.Fault.BlackHole;
import gantry.testing.Fault.Direction;
import gantry.testing.Fault.Refuse;
import gantry.testing.Fault.Reset;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One client's connection through a {@link FaultProxy}. */
final class ProxiedConnection {
  private final FaultProxy proxy;
  private final Socket client;
  private final Socket server = new Socket();
  private final AtomicInteger openPipes = new AtomicInteger(2);
  private volatile @Nullable FaultInForce triggered;

  ProxiedConnection(FaultProxy proxy, Socket client) {
    this.proxy = proxy;
    this.client = client;
  }

  /** Connects the client with the server, unless the fault in force has other plans. */
  void open(int port) {
    try {
      var _ = awaitPassage();
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      server.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      Thread.ofVirtual().start(new Pipe(this, Direction.TO_SERVER, client, server));
      Thread.ofVirtual().start(new Pipe(this, Direction.TO_CLIENT, server, client));
    } catch (IOException | InterruptedException _) {
      reset();
    }
  }

  FaultInForce inForce() {
    return proxy.inForce();
  }

  /** The fault in force, once it is no black hole; fails when connections are to be reset. */
  FaultInForce awaitPassage() throws IOException, InterruptedException {
    var now = inForce();
    while (now.fault() instanceof BlackHole) {
      now.awaitEnd();
      now = inForce();
    }
    if (now.fault() instanceof Reset || now.fault() instanceof Refuse) {
      throw new SocketException("Reset by a fault");
    }
    return now;
  }

  boolean strikes(FaultInForce fault) {
    return proxy.strikes(fault);
  }

  /** The fault's request has come by: the reply to it is at stake. */
  void trigger(FaultInForce fault) {
    triggered = fault;
  }

  boolean isTriggered(FaultInForce fault) {
    return fault.equals(triggered);
  }

  void pipeEnded() {
    if (openPipes.decrementAndGet() == 0) {
      close();
    }
  }

  void reset() {
    abortively(client);
    abortively(server);
    close();
  }

  void close() {
    closeQuietly(client);
    closeQuietly(server);
    proxy.closed(this);
  }

  private static void abortively(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (SocketException _) {
      // Closed already.
    }
  }

  static void closeQuietly(Closeable socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is gone, which was the aim.
    }
  }
}

package gantry.redis;

import gantry.testing.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;

/** Speaks TLS before a server that was built without. */
final class TlsDoor implements AutoCloseable {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  private final ServerSocket listener;
  private final int server;

  TlsDoor(TestCertificate certificate, int server) throws IOException, GeneralSecurityException {
    this.listener = certificate.serving().getServerSocketFactory().createServerSocket(0, 10, HERE);
    this.server = server;
    Thread.ofVirtual().start(this::open);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void open() {
    try {
      while (true) {
        var client = listener.accept();
        Thread.ofVirtual().start(() -> letThrough(client));
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void letThrough(Socket client) {
    try (client;
        var inside = new Socket(HERE, server)) {
      Thread.ofVirtual().start(() -> copy(inside, client));
      copy(client, inside);
    } catch (IOException _) {
      // One of both hung up.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // One of both hung up.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}

package gantry.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers each line with "re: " and the line, and remembers what it read. */
final class LineServer implements AutoCloseable {
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final ServerSocket listener;

  LineServer() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(this::acceptAll);
  }

  int port() {
    return listener.getLocalPort();
  }

  List<String> received() {
    return received;
  }

  private void acceptAll() {
    try {
      while (true) {
        var client = listener.accept();
        Thread.ofVirtual().start(() -> answer(client));
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void answer(Socket client) {
    try (client;
        var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        received.add(line);
        client.getOutputStream().write(("re: " + line + "\n").getBytes(US_ASCII));
      }
    } catch (IOException _) {
      // The client is gone.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}

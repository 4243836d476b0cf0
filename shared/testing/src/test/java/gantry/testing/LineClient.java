package gantry.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Speaks to a {@link LineServer}. */
final class LineClient implements AutoCloseable {
  private final Socket socket = new Socket();

  LineClient(int port) throws IOException {
    socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 5_000);
    socket.setSoTimeout(5_000);
  }

  /** Sends a line and waits for the answer, or for the end of the stream. */
  String ask(String line) throws IOException {
    send(line + "\n");
    return read();
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
  }

  String read() throws IOException {
    var text = new StringBuilder();
    var in = socket.getInputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      text.append((char) c);
    }
    return text.toString();
  }

  LineClient patientFor(Duration patience) throws IOException {
    socket.setSoTimeout((int) patience.toMillis());
    return this;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

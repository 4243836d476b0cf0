package gantry.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import gantry.testing.Fault.BlackHole;
import gantry.testing.Fault.Cut;
import gantry.testing.Fault.Direction;
import gantry.testing.Fault.Latency;
import gantry.testing.Fault.None;
import gantry.testing.Fault.Refuse;
import gantry.testing.Fault.ReplyLost;
import gantry.testing.Fault.ReplyWithheld;
import gantry.testing.Fault.Reset;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;

/** One direction of a connection through a {@link FaultProxy}. */
final class Pipe implements Runnable {
  private static final int PIECE = 16 * 1024;

  private final ProxiedConnection connection;
  private final Direction direction;
  private final Socket from;
  private final Socket to;
  private FaultInForce seen;
  private long passed;
  private String tail = "";

  Pipe(ProxiedConnection connection, Direction direction, Socket from, Socket to) {
    this.connection = connection;
    this.direction = direction;
    this.from = from;
    this.to = to;
    this.seen = connection.inForce();
  }

  @Override
  public void run() {
    try {
      pump();
      var _ = connection.awaitPassage(); // The end must not overtake what is held back.
      to.shutdownOutput();
      connection.pipeEnded();
    } catch (IOException | InterruptedException _) {
      connection.reset();
    }
  }

  private void pump() throws IOException, InterruptedException {
    var in = from.getInputStream();
    var piece = new byte[PIECE];
    for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
      pass(piece, length);
    }
  }

  private void pass(byte[] piece, int length) throws IOException, InterruptedException {
    var now = connection.awaitPassage();
    startAnew(now);
    switch (now.fault()) {
      case None _, BlackHole _, Reset _, Refuse _ -> {}
      case Latency(var delay) -> now.awaitEnd(delay);
      case Cut(var where, var bytes) -> {
        if (where == direction && bytes - passed <= length && connection.strikes(now)) {
          write(piece, (int) (bytes - passed));
          connection.close();
          return;
        }
      }
      case ReplyLost(var request) -> {
        if (isAtStake(request, piece, length)) {
          throw new SocketException("The reply is lost");
        }
      }
      case ReplyWithheld(var request) -> {
        if (isAtStake(request, piece, length)) {
          now.awaitEnd();
        }
      }
    }
    write(piece, length);
  }

  private void startAnew(FaultInForce now) {
    if (!seen.equals(now)) {
      seen = now;
      passed = 0;
      tail = "";
    }
  }

  /** Whether these bytes answer the request, which is looked for on its way, also across pieces. */
  private boolean isAtStake(String request, byte[] piece, int length) {
    if (direction == Direction.TO_CLIENT) {
      return connection.isTriggered(seen);
    }
    var text = tail + new String(piece, 0, length, ISO_8859_1);
    tail = text.substring(Math.max(0, text.length() - request.length() + 1));
    if (text.contains(request) && connection.strikes(seen)) {
      connection.trigger(seen);
    }
    return false;
  }

  private void write(byte[] piece, int length) throws IOException {
    to.getOutputStream().write(piece, 0, length);
    passed += length;
  }
}

package gantry.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Free TCP ports of 127.0.0.1. */
public final class Ports {
  /**
   * Below the range that Linux gives to outgoing connections: nothing takes the port before its
   * server does.
   */
  private static final int FIRST = 20_000;

  private static final int BOUND = 32_000;

  /** A server may bind its port long after it was found free. */
  private static final Set<Integer> GIVEN = new HashSet<>();

  private Ports() {}

  public static int free() {
    return free(1);
  }

  /** The first of this many free ports in a row, none of which this JVM is given again. */
  public static synchronized int free(int count) {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, BOUND);
      var row = IntStream.range(port, port + count).boxed().toList();
      if (Collections.disjoint(GIVEN, row) && allFree(port, count)) {
        GIVEN.addAll(row);
        return port;
      }
    }
    throw new IllegalStateException("No free port");
  }

  /** Whether nothing listens there. */
  public static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean allFree(int first, int count) {
    for (int port = first; port < first + count; port++) {
      if (!isFree(port)) {
        return false;
      }
    }
    return true;
  }

  static int orFree(int port, int count) {
    return port == 0 ? free(count) : port;
  }
}

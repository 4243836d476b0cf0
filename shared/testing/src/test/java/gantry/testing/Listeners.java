package gantry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the kernel says about listening TCP sockets. */
final class Listeners {
  private static final String LISTEN = "0A";

  private Listeners() {}

  /** Addresses such as 0100007F:1F90 on which these processes listen. */
  static Set<String> of(List<Long> pids) {
    var inodes = pids.stream().flatMap(Listeners::sockets).collect(Collectors.toSet());
    return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
        .flatMap(Listeners::lines)
        .map(line -> line.strip().split("\\s+", -1))
        .filter(field -> field.length > 9 && field[3].equals(LISTEN))
        .filter(field -> inodes.contains("socket:[" + field[9] + "]"))
        .map(field -> field[1])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file)).stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static Stream<String> sockets(long pid) {
    try (var descriptors = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
      return descriptors.map(Listeners::target).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "closed";
    }
  }
}

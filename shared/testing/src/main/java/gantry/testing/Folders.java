package gantry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Folders of servers. */
public final class Folders {
  private Folders() {}

  /** A new folder under the module's target folder, deleted at the end of this JVM. */
  static Path create(String name) {
    try {
      var parent = Files.createDirectories(Path.of("target", "servers"));
      var folder = Files.createTempDirectory(parent, name + "-").toAbsolutePath();
      deleteAtExit(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void closeAtExit(AutoCloseable server) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server), "close-server"));
  }

  /** Deletes a folder with all it holds, if it is there. */
  public static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      Files.walkFileTree(folder, new Deletion());
    }
  }

  private static void close(AutoCloseable server) {
    try {
      server.close();
    } catch (Exception e) {
      System.err.println("A test server did not stop: " + e);
    }
  }

  private static void deleteAtExit(Path folder) {
    // The watchdog's shell sees the end of this JVM after every hook; a folder still in use is left
    // for mvn clean.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> quietly(folder), "delete-folder"));
  }

  private static void quietly(Path folder) {
    try {
      delete(folder);
    } catch (IOException e) {
      System.err.println("Left behind: " + folder);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}

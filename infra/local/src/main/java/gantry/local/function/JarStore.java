package gantry.local.function;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Copies of the deployable jars, named by content: a build may replace the original under a running
 * process, and an AOT cache holds only for the very file it was trained on.
 */
final class JarStore {
  private final Path folder;
  private final Map<Path, Jar> placed = new ConcurrentHashMap<>();

  record Jar(Path file, String sha256) {}

  JarStore(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  Jar place(Path original) {
    return placed.computeIfAbsent(original, this::copy);
  }

  private Jar copy(Path original) {
    try {
      var sha256 = sha256(original);
      var file = folder.resolve(sha256 + ".jar");
      if (!Files.exists(file)) {
        var copying = Files.createTempFile(folder, "copying-", ".tmp");
        Files.copy(original, copying, StandardCopyOption.REPLACE_EXISTING);
        Files.move(copying, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return new Jar(file, sha256);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the jar " + original, e);
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
        Files.copy(file, out);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

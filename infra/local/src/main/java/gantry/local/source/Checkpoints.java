package gantry.local.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** How far each shard has been read, kept in files so that a restart goes on from there. */
record Checkpoints(Path folder) {

  Optional<String> find(String shard) {
    try {
      var file = folder.resolve(shard);
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void keep(String shard, String position) {
    try {
      Files.createDirectories(folder);
      var written = Files.writeString(folder.resolve(shard + ".tmp"), position);
      Files.move(
          written,
          folder.resolve(shard),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package gantry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * A copy of a running server's data folder that starts as its standby: what pg_basebackup does,
 * which the embedded binaries lack.
 */
final class StandbyCopy {
  /**
   * The log is streamed: https://www.postgresql.org/docs/current/continuous-archiving.html, 25.3.4
   * and .5
   */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "postmaster.pid",
          "postmaster.opts",
          "pg_wal",
          "pg_replslot",
          "pg_stat_tmp",
          "pg_dynshmem");

  /** PostgreSQL refuses a folder that others may read. */
  private static final FileAttribute<?> OWNERS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final PostgresServer primary;
  private final PostgresFolder target;

  StandbyCopy(PostgresServer primary, PostgresFolder target) {
    this.primary = primary;
    this.target = target;
  }

  void make() {
    try (var connection = primary.connect(primary.url("postgres"));
        var statement = connection.createStatement()) {
      statement.execute("SELECT pg_backup_start('standby', fast => true)");
      Files.createDirectories(target.data(), OWNERS);
      Files.walkFileTree(primary.dataFolder(), new Copy(primary.dataFolder(), target.data()));
      Files.writeString(target.data().resolve("backup_label"), label(statement));
      follow();
      target.initialised();
    } catch (SQLException e) {
      throw new IllegalStateException("No copy for a standby", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String label(Statement statement) throws SQLException {
    try (var row =
        statement.executeQuery("SELECT labelfile FROM pg_backup_stop(wait_for_archive => false)")) {
      row.next();
      return row.getString(1);
    }
  }

  private void follow() throws IOException {
    Files.createFile(target.data().resolve("standby.signal"));
    Files.writeString(
        target.data().resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=127.0.0.1 port=%d user=%s application_name=standby'\n"
            .formatted(primary.port(), PostgresServer.USER),
        StandardOpenOption.APPEND);
  }

  /** Files come and go while the server works; its log makes up for that. */
  private static final class Copy extends SimpleFileVisitor<Path> {
    private final Path source;
    private final Path target;

    Copy(Path source, Path target) {
      this.source = source;
      this.target = target;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      Files.createDirectories(target.resolve(source.relativize(folder)));
      return LEFT_OUT.contains(String.valueOf(folder.getFileName()))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!LEFT_OUT.contains(String.valueOf(file.getFileName()))) {
        copy(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    private void copy(Path file) throws IOException {
      try {
        Files.copy(file, target.resolve(source.relativize(file)));
      } catch (NoSuchFileException gone) {
        // It was deleted in this moment.
      }
    }
  }
}

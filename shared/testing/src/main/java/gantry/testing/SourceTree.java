package gantry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The files below a folder that people wrote. What is built or fetched is not entered: other
 * modules write and delete there at the same time.
 */
public final class SourceTree extends SimpleFileVisitor<Path> {
  private static final Set<String> LEFT_OUT = Set.of("target", ".git", "node_modules");

  private final List<Path> files = new ArrayList<>();

  private SourceTree() {}

  public static List<Path> files(Path root) {
    var tree = new SourceTree();
    try {
      Files.walkFileTree(root, tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(tree.files);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return LEFT_OUT.contains(String.valueOf(folder.getFileName()))
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      files.add(file);
    }
    return FileVisitResult.CONTINUE;
  }
}

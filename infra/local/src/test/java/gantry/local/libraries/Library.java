package gantry.local.libraries;

import gantry.testing.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A library in a deployable jar, by its Maven coordinates. */
record Library(String group, String artifact, String version) {
  /** What the build writes beside each deployable jar. */
  private static final String LIST = "deployed.txt";

  private static final Pattern LINE =
      Pattern.compile("^ +([\\w.-]+):([\\w.-]+):jar:(?:[\\w.-]+:)?([\\w.-]+):(?:compile|runtime)");

  /** Those of all functions. */
  static List<Library> deployed(Path root) {
    return lists(root)
        .flatMap(Library::lines)
        .flatMap(line -> LINE.matcher(line).results())
        .map(Library::of)
        .distinct()
        .toList();
  }

  /** Of each module whose jar is deployed; one that lists nothing was not built with its list. */
  static Stream<Path> lists(Path root) {
    return SourceTree.files(root).stream()
        .filter(file -> file.endsWith("pom.xml") && !file.equals(root.resolve("pom.xml")))
        .map(pom -> pom.resolveSibling("target/" + LIST))
        .filter(Files::exists);
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Library of(MatchResult line) {
    return new Library(line.group(1), line.group(2), line.group(3));
  }

  /** As Maven and OSV name it. */
  String name() {
    return group + ":" + artifact;
  }

  @Override
  public String toString() {
    return name() + ":" + version;
  }
}

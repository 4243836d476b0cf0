package gantry.local.libraries;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is in the deployable jars, without asking anybody outside: lists and POMs of the build. */
class DeployedLibrariesIT {
  private static final Path ROOT = Path.of(System.getProperty("gantry.root"));
  private static final Path REPOSITORY = Path.of(System.getProperty("maven.repo.local"));

  /** A library may be used under any one of its licences; docs/licences.md tells what they ask. */
  private static final Set<String> ALLOWED =
      Set.of(
          "Apache 2.0",
          "Apache License 2.0",
          "Apache License, Version 2.0",
          "Apache-2.0",
          "The Apache License, Version 2.0",
          "The Apache Software License, Version 2.0",
          "BSD-2-Clause",
          "EPL 2.0",
          "Eclipse Distribution License v. 1.0",
          "MIT",
          "MIT-0",
          "The MIT License");

  /** The functions log by shared/logs alone; old names of the same libraries come twice. */
  private static final List<String> BANNED =
      List.of("ch.qos.logback:", "log4j:", "org.apache.logging.log4j:", "javax.");

  private static final List<Library> LIBRARIES = Library.deployed(ROOT);

  @Test
  void everyDeployableJarSaysWhatIsInIt() {
    assertThat(Library.lists(ROOT)).hasSize(13);
    assertThat(LIBRARIES).hasSizeGreaterThan(100);
  }

  @Test
  void everyLicenceIsAllowed() {
    assertThat(LIBRARIES)
        .allSatisfy(library ->
            assertThat(LibraryPom.of(REPOSITORY, library).licences())
                .as(library.toString())
                .containsAnyElementsOf(ALLOWED));
  }

  /** Two would mean that a function runs with another one than the functions beside it. */
  @Test
  void everyLibraryIsThereInOneVersion() {
    assertThat(LIBRARIES.stream().collect(groupingBy(Library::name)).values())
        .allSatisfy(versions -> assertThat(versions).hasSize(1));
  }

  @Test
  void everyLibraryIsReleasedAndNoneIsBanned() {
    assertThat(LIBRARIES)
        .noneMatch(library -> library.version().contains("SNAPSHOT"))
        .noneMatch(library -> BANNED.stream().anyMatch(library.name()::startsWith));
  }
}

package gantry.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import gantry.testing.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code names a problem by its slug, its title beside it. */
class DocumentedProblemsTest {
  private static final Path ROOT = Path.of("../..");

  @Test
  void everyProblemOfTheCodeIsDocumentedAndTheReverse() throws IOException {
    var document = new ObjectMapper().readTree(Resource.json("openapi.json").text());
    var documented = new ArrayList<String>();
    document.path("x-problems").fieldNames().forEachRemaining(documented::add);

    assertThat(slugs()).containsAll(documented);
    assertThat(documented).containsAll(answered());
  }

  private static List<String> answered() throws IOException {
    return found("(?:problem|refused)\\(\\s*(?:HttpStatus\\.\\w+,|\\d+,)?\\s*\"([a-z-]+)\"");
  }

  /** Receivers and enumerations make theirs of a constant's name. */
  private static List<String> slugs() throws IOException {
    return Stream.concat(
            found("\"([a-z]+(?:-[a-z]+)*)\"").stream(),
            found("\\b([A-Z]+(?:_[A-Z]+)+)[,;]").stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-')))
        .toList();
  }

  private static List<String> found(String pattern) throws IOException {
    var compiled = Pattern.compile(pattern);
    var found = new ArrayList<String>();
    for (var folder : List.of("functions", "shared")) {
      for (var file : SourceTree.files(ROOT.resolve(folder))) {
        if (isCode(file)) {
          compiled
              .matcher(Files.readString(file))
              .results()
              .map(DocumentedProblemsTest::first)
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  private static String first(MatchResult found) {
    return found.group(1);
  }

  private static boolean isCode(Path file) {
    return file.toString().contains("/src/main/java/") && file.toString().endsWith(".java");
  }
}

package gantry.local.libraries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The vulnerabilities that OSV knows of libraries.
 *
 * @see <a href="https://google.github.io/osv.dev/post-v1-querybatch/">The API</a>
 */
record Vulnerabilities(URI osv) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** What nobody has accepted, each with its library: {@code group:artifact:version GHSA-…}. */
  List<String> of(List<Library> libraries, Set<String> accepted) {
    var answers = ask(libraries);
    var found = new ArrayList<String>();
    for (var i = 0; i < libraries.size(); i++) {
      for (var vulnerability : answers.path(i).path("vulns")) {
        var id = vulnerability.path("id").asText();
        if (!accepted.contains(id)) {
          found.add(libraries.get(i) + " " + id);
        }
      }
    }
    return found;
  }

  /** Answers come in the order of the questions; fewer of them would hide something. */
  private JsonNode ask(List<Library> libraries) {
    var request =
        HttpRequest.newBuilder(osv.resolve("/v1/querybatch"))
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(question(libraries)))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());
      var results = JSON.readTree(answer.body()).path("results");
      if (answer.statusCode() != 200 || results.size() != libraries.size()) {
        throw new AssertionError("OSV answered " + answer.statusCode() + ": " + answer.body());
      }
      return results;
    } catch (IOException e) {
      throw new AssertionError("OSV cannot be asked", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String question(List<Library> libraries) {
    var question = JSON.createObjectNode();
    var queries = question.putArray("queries");
    for (var library : libraries) {
      queries
          .addObject()
          .put("version", library.version())
          .putObject("package")
          .put("ecosystem", "Maven")
          .put("name", library.name());
    }
    return question.toString();
  }

  /** Lines of an id, the last day on which it is accepted, and why. */
  static Set<String> accepted(String lines, LocalDate today) {
    return lines
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" ", 3))
        .filter(line -> line.length == 3 && !LocalDate.parse(line[1]).isBefore(today))
        .map(line -> line[0])
        .collect(Collectors.toSet());
  }
}

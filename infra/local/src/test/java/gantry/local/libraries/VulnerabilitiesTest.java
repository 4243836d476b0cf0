package gantry.local.libraries;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VulnerabilitiesTest {
  private static final List<Library> LIBRARIES =
      List.of(new Library("a", "old", "1.0"), new Library("a", "new", "2.0"));

  private final WireMockServer osv =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

  @BeforeEach
  void start() {
    osv.start();
  }

  @AfterEach
  void stop() {
    osv.stop();
  }

  @Test
  void whatIsKnownAndNotAcceptedIsFound() {
    answers("{\"results\":[{\"vulns\":[{\"id\":\"GHSA-1\"},{\"id\":\"GHSA-2\"}]},{}]}");

    assertThat(found(Set.of("GHSA-2"))).containsExactly("a:old:1.0 GHSA-1");
  }

  @Test
  void anAnswerThatLeavesOneOutIsNoAnswer() {
    answers("{\"results\":[{}]}");

    assertThatThrownBy(() -> found(Set.of())).hasMessageContaining("OSV answered 200");
  }

  @Test
  void nothingIsAcceptedForEver() {
    var lines = "# id, until, why\n\nGHSA-1 2026-11-22 not reachable\nGHSA-2 2026-11-21 was";

    assertThat(Vulnerabilities.accepted(lines, LocalDate.parse("2026-11-22")))
        .containsExactly("GHSA-1");
  }

  private void answers(String json) {
    var question =
        """
        {"queries": [{"version": "1.0", "package": {"ecosystem": "Maven", "name": "a:old"}},
                     {"version": "2.0", "package": {"ecosystem": "Maven", "name": "a:new"}}]}
        """;
    osv.stubFor(
        post("/v1/querybatch").withRequestBody(equalToJson(question)).willReturn(okJson(json)));
  }

  private List<String> found(Set<String> accepted) {
    return new Vulnerabilities(URI.create(osv.baseUrl())).of(LIBRARIES, accepted);
  }
}

package gantry.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gantry.limits.Rule.Target;
import io.micronaut.json.JsonMapper;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesReaderTest {
  private static final String CLAIMS = "/v1/payment-intents/{intent}/claims";

  private final RulesReader reader = new RulesReader(JsonMapper.createDefault());

  @Test
  void theIssuesExampleHolds() {
    var rules =
        reader.read(
            """
            [{"route":"POST /v1/payment-intents/{id}/claims","key":"user","tier":"*","limit":10,\
            "window":"PT1M"}]
            """);

    assertThat(limits(rules, "POST", CLAIMS, Tier.ADMIN)).isEqualTo("user=10");
    assertThat(limits(rules, "GET", CLAIMS, Tier.USER)).isEqualTo("user=600");
    assertThat(limits(rules, "GET", CLAIMS, Tier.SERVICE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ANONYMOUS, ''", "USER, user=600", "SERVICE, ''", "ADMIN, ''"})
  void withoutRulesOnlyUsersAreLimited(Tier tier, String expected) {
    assertThat(limits(reader.read("[]"), "GET", "/v1/x", tier)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/a/{x}, USER, 'user=1 tenant=7 ip=8'",
    "POST, /v1/a/{x}, SERVICE, 'user=2 tenant=7 ip=8'",
    "GET, /v1/a/{x}, USER, 'user=4 tenant=7 ip=8'",
    "GET, /v1/b, USER, 'user=5 tenant=7 ip=8'",
    "GET, /v1/b, SERVICE, 'user=6 tenant=7 ip=8'"
  })
  void theMostSpecificRulePerKeyWins(String method, String path, Tier tier, String expected) {
    var rules =
        reader.read(
            """
            [{"route":"*","key":"user","tier":"*","limit":6,"window":"PT1M"},
             {"route":"*","key":"user","tier":"user","limit":5,"window":"PT1M"},
             {"route":"ANY /v1/a/{id}","key":"user","tier":"*","limit":4,"window":"PT1M"},
             {"route":"POST /v1/a/{id}","key":"user","tier":"*","limit":2,"window":"PT1M"},
             {"route":"POST /v1/a/{id}","key":"user","tier":"user","limit":1,"window":"PT1M"},
             {"route":"*","key":"tenant","tier":"*","limit":7,"window":"PT1H"},
             {"route":"*","key":"ip","tier":"*","limit":8,"window":"PT1S"}]
            """);

    assertThat(limits(rules, method, path, tier)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "nonsense",
        "[1]",
        "[{}]",
        "[{\"route\":\"*\",\"key\":\"user\",\"tier\":\"*\",\"limit\":10}]",
        "[{\"route\":\"*\",\"key\":\"user\",\"tier\":\"*\",\"limit\":10,\"window\":\"PT1M\",\"x\":1}]",
        "[{\"route\":\"/v1/x\",\"key\":\"user\",\"tier\":\"*\",\"limit\":10,\"window\":\"PT1M\"}]",
        "[{\"route\":\"get"
            + " /v1/x\",\"key\":\"user\",\"tier\":\"*\",\"limit\":10,\"window\":\"PT1M\"}]",
        "[{\"route\":\"*\",\"key\":\"users\",\"tier\":\"*\",\"limit\":10,\"window\":\"PT1M\"}]",
        "[{\"route\":\"*\",\"key\":\"user\",\"tier\":\"amdin\",\"limit\":10,\"window\":\"PT1M\"}]",
        "[{\"route\":\"*\",\"key\":\"user\",\"tier\":\"*\",\"limit\":0,\"window\":\"PT1M\"}]",
        "[{\"route\":\"*\",\"key\":\"user\",\"tier\":\"*\",\"limit\":1.5,\"window\":\"PT1M\"}]",
        "[{\"route\":\"*\",\"key\":\"user\",\"tier\":\"*\",\"limit\":\"10\",\"window\":\"PT1M\"}]",
        "[{\"route\":\"*\",\"key\":\"user\",\"tier\":\"*\",\"limit\":10,\"window\":\"60\"}]",
        "[{\"route\":\"*\",\"key\":\"user\",\"tier\":\"*\",\"limit\":10,\"window\":\"PT0S\"}]",
        "[{\"route\":\"*\",\"key\":\"user\",\"tier\":\"*\",\"limit\":10,\"window\":60}]"
      })
  void anythingElseStopsTheStart(String setting) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reader.read(setting))
        .withMessageStartingWith("RATE_LIMITS is malformed: ");
  }

  @Test
  void aRuleTwiceStopsTheStart() {
    var one =
        "{\"route\":\"GET"
            + " /v1/{%s}\",\"key\":\"ip\",\"tier\":\"*\",\"limit\":1,\"window\":\"PT1M\"}";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> reader.read("[" + one.formatted("a") + "," + one.formatted("b") + "]"))
        .withMessageContaining("rule 2 repeats");
  }

  private static String limits(Rules rules, String method, String path, Tier tier) {
    return rules.of(new Target(method, path, tier)).stream()
        .map(rule -> rule.key().word() + "=" + rule.quota().limit())
        .collect(Collectors.joining(" "));
  }
}

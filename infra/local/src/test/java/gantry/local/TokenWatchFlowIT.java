package gantry.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gantry.testing.Eventually;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A watched token turns into a trap, and everybody who reads the stream hears of it. */
class TokenWatchFlowIT {
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final String TOKEN = "0x7a7c4ed70000000000000000000000000000c0de";
  private static final String WATCH = "/v1/token-watches/eip155:10/" + TOKEN;
  private static final String SIMULATED = "/_local/providers/goplus";

  /** The hour between two looks passes at once. */
  private static final String MAKE_DUE =
      "UPDATE token_scan.watches SET due_at = now() WHERE address = '" + TOKEN + "'";

  private static RunningCloud cloud;
  private static String user;

  @BeforeAll
  static void start() {
    cloud = RunningCloud.shared();
    user = cloud.bearer("user");
  }

  @AfterAll
  static void forget() {
    cloud.send("DELETE", WATCH, new byte[0], "authorization", user);
    cloud.send("DELETE", SIMULATED, new byte[0]);
  }

  @Test
  void aChangeOfLevelIsOneEventOnTheStream() throws Exception {
    sourceSays("\"is_honeypot\":\"0\"");
    assertThat(watch().status()).isEqualTo(201);
    assertSeen("LOW");

    sourceSays("\"is_honeypot\":\"1\"");
    assertSeen("CRITICAL");
    assertSeen("CRITICAL");

    try (var stream = new DomainEvents(cloud.kinesis())) {
      Eventually.within(
          SOON,
          () -> {
            cloud.post("/_local/schedules/RelayOutbox", "");
            assertThat(changes(stream)).hasSize(1);
          });
      var change = changes(stream).getFirst();
      assertThat(change.path("from").asText()).isEqualTo("LOW");
      assertThat(change.path("to").asText()).isEqualTo("CRITICAL");
      assertThat(change.path("userId").asText()).isEqualTo("op-1");
      assertThat(change.path("chain").asText()).isEqualTo("eip155:10");
    }
  }

  private static List<JsonNode> changes(DomainEvents stream) {
    return stream.ofType("token.level-changed").stream()
        .map(event -> event.path("data"))
        .filter(change -> change.path("address").asText().equals(TOKEN))
        .toList();
  }

  /** The schedule comes; evidence of before is forgotten. */
  private static void assertSeen(String level) throws Exception {
    var sabotage = new Sabotage(cloud);
    var before = watch().json().path("checkedAt").asText();
    Eventually.within(
        SOON,
        () -> {
          sabotage.forget("cache:*" + TOKEN + "*");
          sabotage.execute(MAKE_DUE);
          assertThat(cloud.post("/_local/schedules/RescanWatches", "").status()).isEqualTo(200);
          assertThat(watch().json().path("checkedAt").asText()).isNotEqualTo(before);
        });
    assertThat(watch().json().path("level").asText()).isEqualTo(level);
  }

  private static RunningCloud.Answer watch() {
    return cloud.send("PUT", WATCH, new byte[0], "authorization", user);
  }

  private static void sourceSays(String fact) {
    var answer =
        """
        {"request":{"path":"/api/v1/token_security/10","query":{"contract_addresses":"%1$s"}},
         "body":{"code":1,"message":"OK","result":{"%1$s":{
           "token_name":"Example","token_symbol":"EXM","total_supply":"1000000","holder_count":"8400",
           "is_open_source":"1","is_proxy":"0","is_mintable":"0","can_take_back_ownership":"0",
           "owner_address":"0x0000000000000000000000000000000000000000","owner_change_balance":"0",
           "hidden_owner":"0","selfdestruct":"0","external_call":"0","is_in_dex":"1",
           "buy_tax":"0","sell_tax":"0","cannot_buy":"0","cannot_sell_all":"0",
           "slippage_modifiable":"0","personal_slippage_modifiable":"0","transfer_pausable":"0",
           "is_blacklisted":"0","is_whitelisted":"0","is_anti_whale":"0","trading_cooldown":"0",
           "honeypot_with_same_creator":"0","dex":[{"name":"V2","liquidity":"245310.77",
             "pair":"0x1111111111111111111111111111111111111111"}],
           "holders":[{"address":"0x3333333333333333333333333333333333333333","is_contract":0,
             "percent":"0.04","balance":"40000","is_locked":0}],
           "lp_holders":[{"address":"0x000000000000000000000000000000000000dead","is_contract":0,
             "percent":"1","balance":"1000","is_locked":1}],
           "lp_total_supply":"1000",%2$s}}}}
        """
            .formatted(TOKEN, fact);
    var added = cloud.post(SIMULATED, answer);
    assertThat(added.status()).as(added.text()).isEqualTo(201);
  }
}

package gantry.tokenscan.scans;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gantry.database.Migrations;
import gantry.http.ApiFunction;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import gantry.testing.PostgresServer;
import gantry.testing.SqsServer;
import gantry.tokenscan.Document;
import gantry.tokenscan.Stubs;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import software.amazon.awssdk.services.sqs.SqsClient;

@TestInstance(Lifecycle.PER_CLASS)
class TokenScansTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EXAMPLE = "0xf6ada9364b7d5d1836d2b7dad9320c921c31399b";
  private static final String TOKEN = "{\"address\":\"" + EXAMPLE + "\",\"chain\":\"eip155:10\"}";

  private Stubs stubs;
  private String database;
  private String queue;
  private ApplicationContext context;
  private ApiFunction function;
  private ScanTokenHandler worker;
  private SweepTokenScansHandler sweep;

  @BeforeAll
  void start() {
    stubs = new Stubs();
    database = PostgresServer.shared().newDatabase(Migrations::migrate);
    var settings = new HashMap<>(stubs.settings());
    settings.put("database.url", database);
    settings.put("database.user", PostgresServer.USER);
    queue = newQueue();
    settings.put("token-scans.queue-url", queue);
    context = ApplicationContext.run(settings);
    function = new ApiFunction(context);
    worker = new ScanTokenHandler(context);
    sweep = new SweepTokenScansHandler(context);
  }

  @BeforeEach
  void forget() {
    stubs.reset();
    sql("DELETE FROM token_scan.scans");
    sqs().purgeQueue(purge -> purge.queueUrl(queue));
  }

  @AfterAll
  void stop() {
    context.close();
    stubs.close();
  }

  @Test
  void anOrderIsQueuedScannedAndShown() {
    stubs.goPlus("10", Document.named("goplus/clean").text());

    var accepted = order("[" + TOKEN + "]");
    assertThat(accepted.getStatusCode()).isEqualTo(202);
    var id = body(accepted).get("id").asText();
    assertThat(show(id).at("/progress/done").asInt()).isZero();
    assertThat(show(id).at("/items/0/state").asText()).isEqualTo("PENDING");
    assertThat(work().getBatchItemFailures()).isEmpty();

    var shown = show(id);
    assertThat(shown.get("progress").toString()).isEqualTo("{\"total\":1,\"done\":1}");
    assertThat(shown.at("/items/0/state").asText()).isEqualTo("DONE");
    assertThat(shown.at("/items/0/results/0/level").asText()).isEqualTo("LOW");
    assertThat(shown.at("/items/0/results/0/score").asInt()).isZero();
  }

  @Test
  void aNameThatNoDatabaseLikesIsKept() {
    var name = "a\u0000b\ud800";
    stubs.goPlus(
        "10", Document.named("goplus/clean").with(name, "result", EXAMPLE, "token_name").text());
    var id = body(order("[" + TOKEN + "]")).get("id").asText();

    assertThat(work().getBatchItemFailures()).isEmpty();

    assertThat(show(id).at("/items/0/results/0/name").asText()).startsWith("a\u0000b");
  }

  @Test
  void aThrottledTokenIsAskedForAgainAndNotBelieved() {
    stubs.goPlus("10", "{\"code\":4029}");
    var id = body(order("[" + TOKEN + "]")).get("id").asText();

    work();
    assertThat(show(id).at("/items/0/state").asText()).isEqualTo("PENDING");

    stubs.goPlus("10", Document.named("goplus/clean").text());
    makeDue();
    sweep.handleRequest(Map.of(), new FakeContext());
    work();
    assertThat(show(id).at("/items/0/results/0/level").asText()).isEqualTo("LOW");
  }

  @Test
  void anAddressIsDoneWhenEveryChainCouldBeAsked() {
    stubs.goPlus("10", Document.named("goplus/clean").text());
    stubs.goPlus("137", "{\"code\":2}");
    var id = body(order("[{\"address\":\"" + EXAMPLE + "\"}]")).get("id").asText();

    work();

    assertThat(show(id).at("/items/0/state").asText()).isEqualTo("PENDING");
  }

  @Test
  void afterManyAttemptsItIsUnknown() {
    stubs.goPlus("10", "{\"code\":4029}");
    var id = body(order("[" + TOKEN + "]")).get("id").asText();
    sql("UPDATE token_scan.items SET attempts = 19");

    work();

    assertThat(show(id).at("/items/0/results/0/level").asText()).isEqualTo("UNKNOWN");
  }

  @Test
  void aMessageThatComesTwiceChangesNothing() {
    stubs.goPlus("10", Document.named("goplus/clean").text());
    order("[" + TOKEN + "]");
    var messages = received();
    work(messages);
    var asked = stubs.requests();

    assertThat(work(messages).getBatchItemFailures()).isEmpty();
    assertThat(stubs.requests()).isEqualTo(asked);
  }

  @Test
  void aThousandTokensAreTaken() {
    var accepted = order(Collections.nCopies(1_000, TOKEN).toString());

    var id = body(accepted).get("id").asText();
    var seen = 0;
    String cursor = null;
    do {
      var page =
          cursor == null ? show(id, "limit", "200") : show(id, "limit", "200", "cursor", cursor);
      seen += page.get("items").size();
      cursor = page.get("nextCursor").isNull() ? null : page.get("nextCursor").asText();
    } while (cursor != null);
    assertThat(seen).isEqualTo(1_000);
    assertThat(show(id).at("/progress/total").asInt()).isEqualTo(1_000);
  }

  @Test
  void aBadOrderIsRefusedWhole() {
    assertThat(order("[]").getStatusCode()).isEqualTo(422);
    assertThat(order("null").getStatusCode()).isEqualTo(422);
    assertThat(order("[null]").getStatusCode()).isEqualTo(422);
    assertThat(order("[{}]").getStatusCode()).isEqualTo(422);
    assertThat(order(Collections.nCopies(1_001, TOKEN).toString()).getStatusCode()).isEqualTo(422);

    var refused = order("[" + TOKEN + ",{\"address\":\"usdt\"}]");
    assertThat(refused.getStatusCode()).isEqualTo(422);
    assertThat(body(refused).at("/errors/0/field").asText()).isEqualTo("tokens[1]");
    assertThat(received()).isEmpty();
  }

  @Test
  void oldScansAreForgotten() {
    var id = body(order("[" + TOKEN + "]")).get("id").asText();
    sql("UPDATE token_scan.scans SET created_at = now() - interval '31 days'");

    sweep.handleRequest(Map.of(), new FakeContext());

    assertThat(shown(id, caller("u1", "t1", "user")).getStatusCode()).isEqualTo(404);
  }

  @Test
  void onlyWhoOrderedAndTheTenantsServicesSeeAScan() {
    var id = body(order("[" + TOKEN + "]")).get("id").asText();

    assertThat(shown(id, caller("other", "t1", "user")).getStatusCode()).isEqualTo(404);
    assertThat(shown(id, caller("other", "t2", "service")).getStatusCode()).isEqualTo(404);
    assertThat(shown(id, caller("other", "t1", "service")).getStatusCode()).isEqualTo(200);
    assertThat(shown("nonsense", caller("u1", "t1", "user")).getStatusCode()).isEqualTo(404);
  }

  @Test
  void whatWasNeverQueuedIsQueuedByTheSweep() {
    order("[" + TOKEN + "]");
    received();
    assertThat(sweep.handleRequest(Map.of(), new FakeContext())).isZero();

    makeDue();

    assertThat(sweep.handleRequest(Map.of(), new FakeContext())).isEqualTo(1);
    assertThat(received()).hasSize(1);
    assertThat(sweep.handleRequest(Map.of(), new FakeContext())).isZero();
  }

  @Test
  void aRepeatedOrderIsOne() {
    var event =
        orderEvent("[" + TOKEN + "]").header("Idempotency-Key", UUID.randomUUID().toString());

    var first = body(call(event)).get("id").asText();

    assertThat(body(call(event)).get("id").asText()).isEqualTo(first);
  }

  @Test
  void aForeignMessageFails() {
    assertThat(work(List.of(message("{}"))).getBatchItemFailures()).hasSize(1);
  }

  private APIGatewayV2HTTPResponse order(String tokens) {
    return call(orderEvent(tokens));
  }

  private static ApiEvent orderEvent(String tokens) {
    return ApiEvent.post("/v1/token-scans")
        .authorizer(caller("u1", "t1", "user"))
        .header("Content-Type", "application/json")
        .body("{\"tokens\":" + tokens + "}");
  }

  private JsonNode show(String id, String... query) {
    var event = ApiEvent.get("/v1/token-scans/" + id).authorizer(caller("u1", "t1", "user"));
    for (var i = 0; i < query.length; i += 2) {
      event.query(query[i], query[i + 1]);
    }
    return body(call(event));
  }

  private APIGatewayV2HTTPResponse shown(String id, Map<String, Object> caller) {
    return call(ApiEvent.get("/v1/token-scans/" + id).authorizer(caller));
  }

  private APIGatewayV2HTTPResponse call(ApiEvent event) {
    return function.handleRequest(event.event(), new FakeContext());
  }

  private static Map<String, Object> caller(String user, String tenant, String roles) {
    var expires = Instant.now().plusSeconds(3600).getEpochSecond();
    return Map.of("sub", user, "tenant", tenant, "roles", roles, "exp", expires);
  }

  private SQSBatchResponse work() {
    return work(received());
  }

  private SQSBatchResponse work(List<SQSMessage> messages) {
    var event = new SQSEvent();
    event.setRecords(messages);
    return worker.handleRequest(event, new FakeContext());
  }

  private List<SQSMessage> received() {
    var messages = new ArrayList<SQSMessage>();
    sqs()
        .receiveMessage(receive -> receive.queueUrl(queue).maxNumberOfMessages(10))
        .messages()
        .forEach(received -> messages.add(message(received.body())));
    return messages;
  }

  private static SQSMessage message(String body) {
    var message = new SQSMessage();
    message.setMessageId(UUID.randomUUID().toString());
    message.setBody(body);
    return message;
  }

  private SqsClient sqs() {
    return context.getBean(SqsClient.class);
  }

  private void makeDue() {
    sql("UPDATE token_scan.items SET due_at = now() - interval '1 second'");
  }

  private static String newQueue() {
    try (var client = SqsServer.shared().client()) {
      return client
          .createQueue(create -> create.queueName("scans-" + UUID.randomUUID()))
          .queueUrl();
    }
  }

  private void sql(String statement) {
    try (var connection = PostgresServer.shared().connect(database);
        var execution = connection.createStatement()) {
      execution.execute(statement);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode body(APIGatewayV2HTTPResponse response) {
    try {
      var text = response.getBody();
      return JSON.readTree(
          response.getIsBase64Encoded()
              ? new String(Base64.getDecoder().decode(text), UTF_8)
              : text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

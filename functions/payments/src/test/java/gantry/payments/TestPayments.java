package gantry.payments;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gantry.database.Migrations;
import gantry.http.ApiFunction;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import gantry.testing.MutableClock;
import gantry.testing.PostgresServer;
import gantry.testing.SqsEvents;
import gantry.testing.SqsServer;
import io.micronaut.context.ApplicationContext;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * The real functions on a fresh database and fresh queues, before providers that a test teaches.
 */
public final class TestPayments implements AutoCloseable {
  static final String NOW = "2026-11-21T12:00:00Z";
  static final Instant TIME = Instant.parse(NOW);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NO_DATABASE = "jdbc:postgresql://127.0.0.1:1/none";

  private final String url;
  private final ChainStub chain;
  private final ApplicationContext context;
  private final String watch;
  private final String grants;

  private TestPayments(String url, ChainStub chain, String watch, String grants) {
    this.url = url;
    this.chain = chain;
    this.watch = watch;
    this.grants = grants;
    this.context =
        context(url, chain.url(""), SqsServer.shared().endpoint().toString(), watch, grants);
  }

  static TestPayments start() {
    var url = PostgresServer.shared().newDatabase(Migrations::migrate);
    return on(url);
  }

  static TestPayments on(String url) {
    try (var sqs = SqsServer.shared().client()) {
      var run = UUID.randomUUID().toString().substring(0, 8);
      var fifo = Map.of("FifoQueue", "true");
      var watch = sqs.createQueue(it -> it.queueName("watch-" + run)).queueUrl();
      var grants =
          sqs.createQueue(it -> it.queueName("grants-" + run + ".fifo").attributesWithStrings(fifo))
              .queueUrl();
      return new TestPayments(url, new ChainStub(), watch, grants);
    }
  }

  /** Enough to ask providers and to judge. */
  static TestPayments withoutDatabase() {
    return new TestPayments(NO_DATABASE, new ChainStub(), "none", "none");
  }

  static ApplicationContext context(
      String url, String stub, String sqs, String watch, String grants) {
    var settings = new HashMap<String, Object>();
    settings.put("database.url", url);
    settings.put("database.user", PostgresServer.USER);
    settings.put("aws.lambda.max-concurrency", 16);
    settings.put("rate-limit.instances", 1);
    settings.put("test.sqs-endpoint", sqs);
    settings.put("payment-watch-queue-url", watch);
    settings.put("access-grants-queue-url", grants);
    settings.put("etherscan-base-url", stub + "etherscan");
    settings.put("etherscan-per-second", "1000");
    settings.put(
        "test.evm-nodes",
        "{\"eip155:1\":[\"%srpc1\",\"%srpc2\"],\"eip155:56\":[\"%srpc56\"]}"
            .formatted(stub, stub, stub));
    settings.put("solscan-base-url", stub + "solscan");
    settings.put("test.solana-node", stub + "rpc-solana");
    settings.put("tronscan-base-url", stub + "tronscan");
    settings.put("trongrid-base-url", stub + "trongrid");
    settings.put("recipients", RECIPIENTS);
    settings.put("products", PRODUCTS);
    return ApplicationContext.run(settings);
  }

  static final String RECIPIENTS =
      """
      {"eip155:1":"0xf6ada9364b7d5d1836d2b7dad9320c921c31399b",
       "eip155:56":"0xf6ada9364b7d5d1836d2b7dad9320c921c31399b",
       "tron:mainnet":"TV4Pjm67Yre9qgZ1GqCwNMfmijKmsAaqd5",
       "solana:mainnet":"B1ybzdGNPRAXDfXLSeBnVhXYKnLhG47u7pP321p6Qk2J"}
      """;

  static final String PRODUCTS =
      """
      {"pro-30":{"usdCents":2500,"plan":"PRO","days":30,
        "assets":{"eip155:1":["USDC","USDT"],"tron:mainnet":["USDT"],"solana:mainnet":["USDC"]},
        "native":{"eip155:1":{"asset":"ETH","amount":"0.01"}}}}
      """;

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  ApplicationContext context() {
    return context;
  }

  ChainStub chain() {
    return chain;
  }

  MutableClock clock() {
    return (MutableClock) context.getBean(Clock.class);
  }

  String url() {
    return url;
  }

  /** An answer of the API. */
  record Answer(int status, JsonNode body) {
    String text(String pointer) {
      return body.at(pointer).asText();
    }
  }

  Answer get(String path, String user, String roles) {
    return call(ApiEvent.get(path), user, roles);
  }

  Answer list(String path, String parameter, String value) {
    return call(ApiEvent.get(path).query(parameter, value), "root", "admin");
  }

  Answer post(String path, String body, String user, String roles) {
    var event = ApiEvent.post(path).header("Content-Type", "application/json").body(body);
    return call(event, user, roles);
  }

  /** An operator's decision. */
  Answer resolve(String claim, String decision) {
    return call(resolution(claim, decision), "root", "admin");
  }

  /** The same, under an {@code Idempotency-Key}. */
  Answer resolve(String claim, String decision, String key) {
    return call(resolution(claim, decision).header("Idempotency-Key", key), "root", "admin");
  }

  private static ApiEvent resolution(String claim, String decision) {
    return ApiEvent.post("/v1/payments/" + claim + "/resolve")
        .header("Content-Type", "application/json")
        .body("{\"decision\":\"" + decision + "\",\"note\":\"looked at by hand\"}");
  }

  private Answer call(ApiEvent event, String user, String roles) {
    var exp = TIME.plus(Duration.ofDays(9)).getEpochSecond();
    var identity = Map.of("sub", user, "tenant", "acme", "roles", roles, "exp", exp);
    var response =
        new ApiFunction(context)
            .handleRequest(event.authorizer(identity).event(), new FakeContext());
    return new Answer(response.getStatusCode(), json(response));
  }

  private static JsonNode json(APIGatewayV2HTTPResponse response) {
    try {
      return JSON.readTree(response.getBody() == null ? "{}" : response.getBody());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** An intent for the product, as a user makes it. */
  Answer intent(String user) {
    return post("/v1/payment-intents", "{\"product\":\"pro-30\"}", user, "user");
  }

  /** An intent over 25 USDT on Ethereum, as a back end states it; with more members or none. */
  Answer stated(String user, String more) {
    var body =
        """
        {"userId":"%s","asset":"USDT","amount":"25","chains":["eip155:1"],
         "grant":{"plan":"PRO","days":30}%s}
        """
            .formatted(user, more);
    return post("/v1/payment-intents", body, "backend", "service");
  }

  Answer claim(String intent, String transaction, String user) {
    return claim(intent, transaction, user, "user");
  }

  Answer claim(String intent, String transaction, String user, String roles) {
    var body = JSON.createObjectNode().put("transaction", transaction).toString();
    return post("/v1/payment-intents/" + intent + "/claims", body, user, roles);
  }

  /** Units of the option of an answer. */
  static String units(Answer intent, String chain, String asset, int decimals) {
    for (var option : intent.body().at("/options")) {
      if (option.at("/chain").asText().equals(chain)
          && option.at("/asset").asText().equals(asset)) {
        return new BigDecimal(option.at("/amount").asText())
            .movePointRight(decimals)
            .toBigIntegerExact()
            .toString();
      }
    }
    throw new AssertionError("No such option");
  }

  /** Looks at every claim whose message is there, after so long. */
  void watch() {
    try (var sqs = SqsServer.shared().client()) {
      for (var message : take(sqs, watch)) {
        new WatchPaymentHandler(context)
            .handleRequest(
                SqsEvents.from("watch").message(message.messageId(), message.body()).event(),
                new FakeContext());
      }
    }
  }

  void sweep() {
    new SweepPaymentsHandler(context).handleRequest(Map.of(), new FakeContext());
  }

  List<String> grants() {
    try (var sqs = SqsServer.shared().client()) {
      return take(sqs, grants).stream().map(Message::body).toList();
    }
  }

  private static List<Message> take(SqsClient sqs, String queue) {
    var all = new ArrayList<Message>();
    while (true) {
      var some = sqs.receiveMessage(it -> it.queueUrl(queue).maxNumberOfMessages(10)).messages();
      if (some.isEmpty()) {
        return all;
      }
      some.forEach(it ->
          sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(it.receiptHandle())));
      all.addAll(some);
    }
  }

  long count(String rows) {
    var value = value("SELECT count(*) FROM " + rows);
    return value instanceof Number number ? number.longValue() : -1;
  }

  @Nullable Object value(String sql) {
    try (var connection = PostgresServer.shared().connect(url);
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      return result.next() ? result.getObject(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Something that only the database itself can do or refuse. */
  void run(String sql) {
    try (var connection = PostgresServer.shared().connect(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String watchQueue() {
    return watch;
  }

  String grantsQueue() {
    return grants;
  }

  @Override
  public void close() {
    context.close();
    chain.close();
  }
}

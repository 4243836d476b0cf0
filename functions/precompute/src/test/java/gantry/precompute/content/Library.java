package gantry.precompute.content;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gantry.database.Migrations;
import gantry.http.ApiFunction;
import gantry.precompute.View;
import gantry.precompute.discover.Schedule;
import gantry.secrets.Secrets;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import gantry.testing.MutableClock;
import gantry.testing.PostgresServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The module on a fresh, migrated database, with callers of one tenant. */
final class Library implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long EXPIRY = Instant.parse("2030-01-01T00:00:00Z").getEpochSecond();

  private final String url;
  private final ApplicationContext context;
  private final ApiFunction function;
  private final AtomicInteger reads = new AtomicInteger();
  private String tenant = "t-1";

  Library() {
    this(newDatabase(), Map.of());
  }

  /** One more process on a database that is migrated. */
  Library(String url, Map<String, Object> settings) {
    this.url = url;
    var all = new HashMap<String, Object>(settings);
    all.put("database.url", url);
    all.put("database.user", PostgresServer.USER);
    all.putIfAbsent("database.deadline", "PT2S");
    all.put("aws.lambda.max-concurrency", 8);
    all.put("rate-limit.instances", 1);
    context = ApplicationContext.run(all);
    function = new ApiFunction(context);
  }

  static String newDatabase() {
    return PostgresServer.shared().newDatabase(Migrations::migrate);
  }

  @Factory
  static final class Fixtures {
    @Singleton
    @Replaces(Secrets.class)
    Secrets secrets(Clock clock) {
      return Secrets.of(Map.of("DATABASE_PASSWORD", PostgresServer.PASSWORD), clock);
    }

    @Singleton
    MutableClock clock() {
      return MutableClock.at("2026-11-21T12:00:00Z");
    }

    @Primary
    @Singleton
    Clock primary(MutableClock clock) {
      return clock;
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  View view(String name) {
    return context.getBean(View.class, Qualifiers.byName(name));
  }

  /** From now on callers are of this tenant. */
  void enter(String other) {
    tenant = other;
  }

  APIGatewayV2HTTPResponse discover(String... header) {
    var event = ApiEvent.get("/v1/discover").authorizer(caller(tenant, reader(), "user"));
    return call(header.length == 0 ? event : event.header(header[0], header[1]));
  }

  /** One of many: each may read six hundred times a minute. */
  private String reader() {
    return "reader-" + reads.incrementAndGet() % 20;
  }

  APIGatewayV2HTTPResponse build() {
    return moderate("POST", "/v1/precompute/views/discover/builds", "");
  }

  /** The job, once; how many pages it built. */
  int precompute() {
    return Schedule.comes(context);
  }

  String url() {
    return url;
  }

  void advance(Duration duration) {
    bean(MutableClock.class).advance(duration);
  }

  void rollUp() {
    new RollUpCountersHandler(context).handleRequest(Map.of(), new FakeContext());
  }

  /** A public roadmap's id. */
  String publish(String owner, String title) {
    var body = "{\"title\":\"" + title + "\",\"topic\":\"java\",\"public\":true}";
    return json(send("POST", "/v1/roadmaps", owner, body)).path("id").asText();
  }

  APIGatewayV2HTTPResponse get(String path, String user, String... query) {
    var event = ApiEvent.get(path).authorizer(caller(tenant, user, "user"));
    for (var i = 0; i < query.length; i += 2) {
      event.query(query[i], query[i + 1]);
    }
    return call(event);
  }

  APIGatewayV2HTTPResponse send(String method, String path, String user, String body) {
    return call(event(method, path, body).authorizer(caller(tenant, user, "user")));
  }

  APIGatewayV2HTTPResponse moderate(String method, String path, String body) {
    return call(event(method, path, body).authorizer(caller(tenant, "moderator", "admin")));
  }

  APIGatewayV2HTTPResponse fromOtherTenant(String method, String path, String body) {
    return call(event(method, path, body).authorizer(caller("t-2", "ann", "user,admin")));
  }

  static ApiEvent event(String method, String path, String body) {
    return ApiEvent.request(method, path).header("content-type", "application/json").body(body);
  }

  APIGatewayV2HTTPResponse call(ApiEvent event) {
    return function.handleRequest(event.event(), new FakeContext());
  }

  static Map<String, Object> caller(String tenant, String user, String roles) {
    return Map.of("sub", user, "tenant", tenant, "roles", roles, "exp", EXPIRY);
  }

  static JsonNode json(APIGatewayV2HTTPResponse answer) {
    try {
      return JSON.readTree(String.valueOf(answer.getBody()));
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.getStatusCode() + " " + answer.getBody(), e);
    }
  }

  long count(String sql) {
    try (var connection = PostgresServer.shared().connect(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of each row, a line each. */
  String text(String sql) {
    try (var connection = PostgresServer.shared().connect(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var text = new StringBuilder();
      while (rows.next()) {
        text.append(rows.getString(1)).append('\n');
      }
      return text.toString();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void execute(String sql) {
    try (var connection = PostgresServer.shared().connect(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection that has run the statement and keeps its locks until it is closed. */
  Connection holding(String sql) throws SQLException {
    var connection = PostgresServer.shared().connect(url);
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
    return connection;
  }

  @Override
  public void close() {
    context.close();
  }
}

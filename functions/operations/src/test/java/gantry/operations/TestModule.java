package gantry.operations;

import gantry.aws.CallLimits;
import gantry.database.Migrations;
import gantry.secrets.Secrets;
import gantry.testing.MutableClock;
import gantry.testing.PostgresServer;
import gantry.testing.SqsServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The module on a fresh, migrated database. */
public final class TestModule implements AutoCloseable {
  private final String url;
  private final ApplicationContext context;

  TestModule() {
    this(UnaryOperator.identity(), Map.of());
  }

  /** Reaches the database at an address made of its own, and with more settings. */
  public TestModule(UnaryOperator<String> address, Map<String, Object> settings) {
    url = PostgresServer.shared().newDatabase(Migrations::migrate);
    var all = new HashMap<String, Object>(settings);
    all.put("database.url", address.apply(url));
    all.put("database.user", PostgresServer.USER);
    all.put("aws.lambda.max-concurrency", 8);
    context = ApplicationContext.run(all);
  }

  @Factory
  static final class Fixtures {
    @Singleton
    @Replaces(Secrets.class)
    Secrets secrets(TestSecrets secrets, Clock clock) {
      return Secrets.of(secrets.values(), clock);
    }

    @Singleton
    TestSecrets testSecrets() {
      var values = new ConcurrentHashMap<String, String>();
      values.put("DATABASE_PASSWORD", PostgresServer.PASSWORD);
      return new TestSecrets(values);
    }

    @Singleton
    @Primary
    @Requires(property = "test.sqs")
    SqsClient sqs() {
      return SqsServer.shared().client();
    }

    @Singleton
    @Primary
    @Requires(property = "test.lambda")
    LambdaClient lambda(@Property(name = "test.lambda") URI address) {
      var credentials = AwsBasicCredentials.create("test", "test");
      return CallLimits.BRIEF.build(
          LambdaClient.builder()
              .endpointOverride(address)
              .region(Region.EU_CENTRAL_1)
              .credentialsProvider(StaticCredentialsProvider.create(credentials)));
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

  /** What the secret store holds; it may change at any time. */
  public record TestSecrets(Map<String, String> values) {}

  public ApplicationContext context() {
    return context;
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public void execute(String sql) {
    try (var connection = PostgresServer.shared().connect(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of each row. */
  public List<@Nullable Object> query(String sql) {
    try (var connection = PostgresServer.shared().connect(url);
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var values = new ArrayList<@Nullable Object>();
      while (result.next()) {
        values.add(result.getObject(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}

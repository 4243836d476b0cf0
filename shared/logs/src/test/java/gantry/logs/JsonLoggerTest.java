package gantry.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.BasicMDCAdapter;

class JsonLoggerTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final BasicMDCAdapter context = new BasicMDCAdapter();

  @Test
  void aLineIsOneJsonObjectWithItsContext() {
    context.put("requestId", "r-1");

    logger("gantry.webhooks.Receiver").info("Queued {} as {}", "a \"b\"", 7);

    assertThat(written.toString(UTF_8))
        .isEqualTo(
            """
            {"timestamp":"2026-11-21T03:00:00.123Z","level":"INFO",\
            "logger":"gantry.webhooks.Receiver","message":"Queued a \\"b\\" as 7",\
            "requestId":"r-1"}
            """);
  }

  @Test
  void aFailureStaysOnItsLine() {
    logger("gantry.x").error("Broken", new IllegalStateException("why"));

    assertThat(written.toString(UTF_8))
        .contains("\"stackTrace\":\"java.lang.IllegalStateException: why\\u000a")
        .endsWith("\"}\n")
        .hasLineCount(1);
  }

  @Test
  void librariesSpeakFromWarningsOn() {
    var library = logger("software.amazon.awssdk.request");

    library.info("chatter");
    library.debug("more");
    library.warn("trouble");

    assertThat(written.toString(UTF_8)).contains("trouble").hasLineCount(1);
  }

  @Test
  void theLevelOfOurOwnLoggersComesFromTheEnvironment() {
    var environment = Map.of("LOG_LEVEL", "debug");

    logger("gantry.x", environment).debug("detail");
    logger("io.micronaut.x", environment).info("chatter");

    assertThat(written.toString(UTF_8)).contains("detail").hasLineCount(1);
  }

  @Test
  void anUnknownLevelMeansInfo() {
    var logger = logger("gantry.x", Map.of("LOG_LEVEL", "loud"));

    assertThat(logger.isInfoEnabled()).isTrue();
    assertThat(logger.isDebugEnabled()).isFalse();
  }

  @Test
  void aLineNamesItsFunction() {
    logger("gantry.x", Map.of("AWS_LAMBDA_FUNCTION_NAME", "ProcessWebhook")).info("Done");

    assertThat(written.toString(UTF_8)).contains("\"function\":\"ProcessWebhook\"");
  }

  @Test
  void messagesAndStackTracesAreBounded() {
    logger("gantry.x").error("m".repeat(9_000), new IllegalStateException("w".repeat(99_000)));

    assertThat(written.toString(UTF_8)).hasSizeLessThan(13_000).hasLineCount(1);
  }

  @Test
  void halfACharacterIsEscaped() {
    logger("gantry.x").info("\ud83c");

    assertThat(written.toString(UTF_8)).contains("\"message\":\"\\ud83c\"");
  }

  @Test
  void slf4jFindsIt() {
    assertThat(LoggerFactory.getLogger("gantry.x")).isInstanceOf(JsonLogger.class);
  }

  private Logger logger(String name) {
    return logger(name, Map.of());
  }

  private Logger logger(String name, Map<String, String> environment) {
    var out = new PrintStream(written, false, UTF_8);
    var clock = Clock.fixed(Instant.parse("2026-11-21T03:00:00.123Z"), ZoneOffset.UTC);
    var config = LogConfig.of(environment);
    return new JsonLogger(name, new LogLines(() -> out, clock, context, config.function()), config);
  }
}

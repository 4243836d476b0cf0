package gantry.local.template;

import static gantry.local.template.RawTemplate.map;
import static gantry.local.template.RawTemplate.number;
import static gantry.local.template.RawTemplate.reference;
import static gantry.local.template.RawTemplate.texts;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gantry.local.secrets.SecretScan;
import gantry.local.template.RawTemplate.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What template.yaml has to keep to and cfn-lint does not know. */
class TemplateRulesTest {
  private static final Path ROOT = Path.of("../..");
  private static final int FOURTEEN_DAYS = 14 * 24 * 60 * 60;

  /** Their reasons are in the template: poison is counted in PostgreSQL, or they wait for it. */
  private static final Set<String> PATIENT_QUEUES =
      Set.of("WebhookInboxQueue", "WebhookCrashedQueue", "DeferredReplaysQueue");

  /** Actions that AWS allows for everything or not at all. */
  private static final Set<String> WITHOUT_RESOURCE = Set.of("lambda:ListFunctions");

  private static final RawTemplate TEMPLATE = RawTemplate.read(ROOT.resolve("template.yaml"));

  private static final RawTemplate DATABASE = stack("database");
  private static final RawTemplate REDIS = stack("redis");

  private static final List<JsonNode> RULES = rules().valueStream().toList();

  private static final String RUNBOOK = text(ROOT.resolve("docs/runbook.md"));

  static Stream<String> queues() {
    return TEMPLATE.ids("AWS::SQS::Queue");
  }

  static Stream<String> workQueues() {
    return queues().filter(id -> TEMPLATE.properties(id).containsKey("RedrivePolicy"));
  }

  static Stream<String> deadLetterQueues() {
    return queues().filter(id -> !TEMPLATE.properties(id).containsKey("RedrivePolicy"));
  }

  static Stream<String> streams() {
    return TEMPLATE.ids("AWS::Kinesis::Stream");
  }

  static Stream<String> functions() {
    return TEMPLATE.ids("AWS::Serverless::Function");
  }

  /** Those that somebody is told of: of a budget's windows neither tells alone. */
  static Stream<String> alarms() {
    var windows = budgets().flatMap(TemplateRulesTest::windows).collect(toSet());
    return Stream.concat(
        Stream.of(TEMPLATE, DATABASE, REDIS)
            .flatMap(template -> template.ids("AWS::CloudWatch::Alarm"))
            .filter(id -> !windows.contains(id)),
        budgets());
  }

  /** Each rings when its long and its short window do. */
  static Stream<String> budgets() {
    return TEMPLATE.ids("AWS::CloudWatch::CompositeAlarm");
  }

  static Stream<Event> queueEvents() {
    return TEMPLATE.events("SQS");
  }

  static Stream<Event> streamEvents() {
    return TEMPLATE.events("Kinesis");
  }

  static Stream<Event> scheduleEvents() {
    return Stream.of("ScheduleV2", "EventBridgeRule").flatMap(TEMPLATE::events);
  }

  @ParameterizedTest
  @MethodSource("workQueues")
  void aQueueGivesUpAfterFiveToTenReceives(String queue) {
    var count = number(map(TEMPLATE.properties(queue), "RedrivePolicy"), "maxReceiveCount");

    if (PATIENT_QUEUES.contains(queue)) {
      assertThat(count).isEqualTo(50);
    } else {
      assertThat(count).isBetween(5, 10);
    }
  }

  @ParameterizedTest
  @MethodSource("workQueues")
  void someoneIsToldWhenAQueueFallsBehind(String queue) {
    assertThat(TEMPLATE.alarmed("ApproximateAgeOfOldestMessage")).contains(queue);
  }

  @ParameterizedTest
  @MethodSource("deadLetterQueues")
  void deadLettersStayFourteenDaysAndSomeoneIsTold(String queue) {
    assertThat(number(TEMPLATE.properties(queue), "MessageRetentionPeriod"))
        .isEqualTo(FOURTEEN_DAYS);
    assertThat(TEMPLATE.alarmed("ApproximateNumberOfMessagesVisible")).contains(queue);
    assertThat(TEMPLATE.resources().toString())
        .as("somebody sends its failures to %s", queue)
        .containsPattern(
            "(deadLetterTargetArn|Arn|Destination)=\\{Fn::GetAtt=\\[" + queue + ", Arn]");
  }

  @ParameterizedTest
  @MethodSource("queues")
  void queuesAreEncryptedAndOutliveTheStack(String queue) {
    assertThat(TEMPLATE.properties(queue)).containsEntry("SqsManagedSseEnabled", true);
    assertStays(queue);
  }

  @ParameterizedTest
  @MethodSource("streams")
  void streamsAreEncryptedAndOutliveTheStack(String stream) {
    assertThat(map(TEMPLATE.properties(stream), "StreamEncryption"))
        .containsEntry("EncryptionType", "KMS");
    assertStays(stream);
  }

  @ParameterizedTest
  @MethodSource("queueEvents")
  void aQueueIsReadMessageByMessageWithinItsVisibility(Event event) {
    var queue = reference(event.properties(), "Queue");
    var window = number(event.properties(), "MaximumBatchingWindowInSeconds");

    assertThat(Nodes.list(event.properties().get("FunctionResponseTypes")))
        .contains("ReportBatchItemFailures");
    assertThat(map(event.properties(), "ScalingConfig")).containsKey("MaximumConcurrency");
    assertThat(number(TEMPLATE.properties(queue), "VisibilityTimeout"))
        .as("visibility of %s", queue)
        .isGreaterThanOrEqualTo(6 * TEMPLATE.timeout(event.function()) + window);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("streamEvents")
  void aPoisonRecordLeavesItsShardAlone(Event event) {
    var properties = event.properties();

    assertThat(Nodes.list(properties.get("FunctionResponseTypes")))
        .contains("ReportBatchItemFailures");
    assertThat(properties).containsEntry("BisectBatchOnFunctionError", true);
    assertThat(number(properties, "MaximumRetryAttempts")).isPositive();
    assertThat(number(properties, "MaximumRecordAgeInSeconds")).isPositive();
    assertThat(map(properties, "DestinationConfig", "OnFailure")).containsKey("Destination");
  }

  @ParameterizedTest
  @MethodSource("scheduleEvents")
  void aScheduleThatFailsLeavesATrace(Event event) {
    var failure =
        map(
            TEMPLATE.properties(event.function()),
            "EventInvokeConfig",
            "DestinationConfig",
            "OnFailure");

    assertThat(deadLetterQueues()).contains(reference(failure, "Destination"));
    assertThat(deadLetterQueues())
        .contains(reference(map(event.properties(), "DeadLetterConfig"), "Arn"));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionMayDoOnlyWhatItNames(String function) {
    var actions = texts(TEMPLATE.properties(function).get("Policies"), "Action").toList();

    assertThat(actions).noneMatch(action -> action.contains("*"));
    assertThat(statements(TEMPLATE.properties(function)))
        .filteredOn(statement -> texts(statement, "Resource").anyMatch("*"::equals))
        .flatExtracting(statement -> texts(statement, "Action").toList())
        .isSubsetOf(WITHOUT_RESOURCE);
  }

  static Stream<Event> sourceEvents() {
    return Stream.concat(queueEvents(), streamEvents());
  }

  /** The policies that SAM attaches for its events are for all queues and all streams. */
  @ParameterizedTest
  @MethodSource("sourceEvents")
  void aFunctionReadsItsOwnSourceOnly(Event event) {
    var source = event.properties().containsKey("Queue") ? "Queue" : "Stream";
    var own = event.properties().get(source);
    var actions =
        source.equals("Queue")
            ? List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")
            : List.of("kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:SubscribeToShard");

    assertThat(statements(TEMPLATE.properties(event.function())))
        .contains(Map.of("Effect", "Deny", "Action", actions, "NotResource", own));
  }

  private static Stream<Object> statements(Object node) {
    return switch (node) {
      case Map<?, ?> map when map.containsKey("Effect") -> Stream.of(map);
      case Map<?, ?> map -> map.values().stream().flatMap(TemplateRulesTest::statements);
      case List<?> list -> list.stream().flatMap(TemplateRulesTest::statements);
      default -> Stream.empty();
    };
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionGetsNoSecretByItsEnvironment(String function) {
    var secretLike = Pattern.compile("(SECRET|PASSWORD|TOKEN|PRIVATE|KEY|RPC_URL)S?$");
    var environment = map(TEMPLATE.properties(function), "Environment", "Variables");

    assertThat(environment.keySet()).noneMatch(secretLike.asPredicate());
    assertThat(globalEnvironment().keySet()).isNotEmpty().noneMatch(secretLike.asPredicate());
  }

  /** A key has no name that gives it away when it stands in an address. */
  @Test
  void noValueOfTheTemplateLooksLikeASecret() {
    var defaults = texts(TEMPLATE.document().get("Parameters"), "Default").toList();

    assertThat(defaults).isNotEmpty().allSatisfy(TemplateRulesTest::assertHarmless);
    assertThat(globalEnvironment().values()).allSatisfy(TemplateRulesTest::assertHarmless);
    assertThat(functions())
        .allSatisfy(function ->
            assertThat(map(TEMPLATE.properties(function), "Environment", "Variables").values())
                .allSatisfy(TemplateRulesTest::assertHarmless));
  }

  private static Map<String, Object> globalEnvironment() {
    return map(TEMPLATE.functionGlobals(), "Environment", "Variables");
  }

  private static void assertHarmless(Object value) {
    assertThat(SecretScan.findings(String.valueOf(value))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void onlyWhatNeedsTheDatabaseOrRedisIsInsideTheNetwork(String function) {
    var environment = map(TEMPLATE.properties(function), "Environment", "Variables").keySet();
    var needsIt = environment.contains("DATABASE_URL") || environment.contains("REDIS_URL");

    assertThat(TEMPLATE.properties(function).containsKey("VpcConfig")).isEqualTo(needsIt);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void newCodeMeetsAMigratedDatabase(String function) {
    var environment = map(TEMPLATE.properties(function), "Environment", "Variables");
    var waits = environment.containsKey("DATABASE_URL") && !function.equals("Migrate");

    assertThat(TEMPLATE.resource(function).get("DependsOn"))
        .isEqualTo(waits ? "MigratedDatabase" : null);
  }

  @Test
  void eachNewJarOfMigrationsRuns() {
    var migrated = TEMPLATE.properties("MigratedDatabase");

    assertThat(reference(migrated, "ServiceToken")).isEqualTo("Migrate");
    assertThat(reference(migrated, "MigrateVersion")).isEqualTo("Migrate.Version");
    assertThat(number(migrated, "ServiceTimeout")).isGreaterThan(TEMPLATE.timeout("Migrate"));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void anErrorOfNewCodeTakesItBack(String function) {
    var alarms =
        Nodes.list(map(TEMPLATE.properties(function), "DeploymentPreference").get("Alarms"));
    var watched = alarms.stream().map(alarm -> TEMPLATE.properties(reference(alarm))).toList();

    if (!function.equals("Migrate")) {
      assertThat(watched)
          .as("alarms on errors of %s", function)
          .anyMatch(alarm ->
              alarm.toString().contains("MetricName=Errors")
                  && alarm.toString().contains("{Ref=" + function + "}"));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void logsAreKeptForALimitedTime(String function) {
    var group = reference(map(TEMPLATE.properties(function), "LoggingConfig"), "LogGroup");

    assertThat(TEMPLATE.properties(group)).containsKey("RetentionInDays");
  }

  @ParameterizedTest
  @MethodSource("alarms")
  void whoeverIsWokenFindsWhatToDo(String alarm) {
    var headings = RUNBOOK.lines().filter(line -> line.startsWith("## "));

    assertThat(headings).anyMatch(heading -> heading.matches(".*\\b" + alarm + "\\b.*"));
  }

  /** So that CloudWatch and the function WatchAlerts can never mean different things. */
  @Test
  void alarmsAndTheRulesOfAlertsAreTheSame() {
    var told = alarms().collect(toSet());
    var alarms =
        Stream.of(TEMPLATE, DATABASE, REDIS)
            .flatMap(template ->
                template
                    .ids("AWS::CloudWatch::Alarm")
                    .filter(told::contains)
                    .map(id -> meaning(id, template.properties(id))));

    assertThat(RULES.stream().map(TemplateRulesTest::meaning))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(alarms, budgets().map(TemplateRulesTest::budget)).toList());
  }

  @ParameterizedTest
  @MethodSource("budgets")
  void aBudgetsShortWindowIsATwelfthOfItsLongOne(String budget) {
    var seconds = windows(budget).map(TemplateRulesTest::seconds).toList();

    assertThat(seconds.getFirst()).isEqualTo(12 * seconds.get(1));
  }

  @ParameterizedTest
  @MethodSource("budgets")
  void aBudgetsWindowsRingAtItsBurnRate(String budget) {
    var burning = rate(budget) * (budget.startsWith("Api") ? 0.001 : 0.01);

    var shares =
        windows(budget).map(TEMPLATE::properties).map(TemplateRulesTest::badShare).toList();

    // The short windows of minutes are coarse: one in five is the least that can be late.
    assertThat(shares.getFirst()).isCloseTo(burning, withPercentage(5));
    assertThat(shares.get(1)).isBetween(0.99 * burning, 1.5 * burning);
  }

  private static Stream<String> windows(String budget) {
    var rule = String.valueOf(map(TEMPLATE.properties(budget), "AlarmRule").get("Fn::Sub"));
    return Pattern.compile("ALARM\\(\"\\$\\{(\\w+)}\"\\)")
        .matcher(rule)
        .results()
        .map(window -> window.group(1));
  }

  private static int seconds(String window) {
    var alarm = TEMPLATE.properties(window);
    var period = texts(alarm, "Period").mapToInt(Integer::parseInt).max().orElseThrow();
    return period * number(alarm, "EvaluationPeriods");
  }

  /** Of answers, or of minutes. */
  private static double badShare(Map<String, Object> window) {
    return window.containsKey("DatapointsToAlarm")
        ? (double) number(window, "DatapointsToAlarm") / number(window, "EvaluationPeriods")
        : Double.parseDouble(String.valueOf(window.get("Threshold")));
  }

  private static double rate(String budget) {
    return budget.endsWith("Fast") ? 14.4 : 6;
  }

  /** CloudWatch has no threshold of it; the rule tells the rate. */
  private static List<String> budget(String id) {
    return List.of(
        id, summary(TEMPLATE.properties(id)), "GreaterThanThreshold", String.valueOf(rate(id)));
  }

  private static String summary(Map<String, Object> alarm) {
    return String.valueOf(alarm.get("AlarmDescription")).replace(" See docs/runbook.md.", "");
  }

  private static List<String> meaning(String id, Map<String, Object> alarm) {
    return List.of(
        id,
        summary(alarm),
        String.valueOf(alarm.get("ComparisonOperator")),
        String.valueOf(Double.parseDouble(String.valueOf(alarm.get("Threshold")))));
  }

  private static List<String> meaning(JsonNode rule) {
    return List.of(
        rule.path("name").asText(),
        rule.path("summary").asText(),
        rule.path("comparison").asText(),
        String.valueOf(rule.path("threshold").asDouble()));
  }

  @Test
  void theStageIsThrottledAndLogged() {
    var api = TEMPLATE.properties("HttpApi");

    assertThat(map(api, "DefaultRouteSettings"))
        .containsKeys("ThrottlingBurstLimit", "ThrottlingRateLimit");
    assertThat(map(api, "AccessLogSettings")).containsKeys("DestinationArn", "Format");
  }

  static Stream<Event> sessionRoutes() {
    return TEMPLATE
        .events("HttpApi")
        .filter(event -> "Session".equals(map(event.properties(), "Auth").get("Authorizer")));
  }

  /** A remembered answer would let the next request pass without its CSRF proof. */
  @Test
  void nobodyRemembersWhatTheSessionAuthorizerSaid() {
    var session = map(TEMPLATE.properties("HttpApi"), "Auth", "Authorizers", "Session");

    assertThat(map(session, "Identity")).containsEntry("ReauthorizeEvery", 0);
    assertThat(reference(session, "FunctionArn")).startsWith("SessionAuthorizer");
  }

  @Test
  void everyRouteOfOperatorsBrowsersAsksForASession() {
    var below =
        TEMPLATE
            .events("HttpApi")
            .filter(event -> path(event).startsWith("/operator/v"))
            .map(Event::toString);

    assertThat(below).isNotEmpty().isSubsetOf(sessionRoutes().map(Event::toString).toList());
  }

  /** Behind the session it is the same route: the function takes the prefix off. */
  @ParameterizedTest
  @MethodSource("sessionRoutes")
  void aRouteWithASessionIsOneOfTheApiBelowOperator(Event event) {
    assertThat(path(event)).startsWith("/operator/");

    if (path(event).startsWith("/operator/v")) {
      var own =
          TEMPLATE
              .events("HttpApi")
              .filter(other -> other.function().equals(event.function()))
              .filter(other -> !other.properties().containsKey("Auth"))
              .map(other -> other.properties().get("Method") + " " + path(other));

      assertThat(own)
          .contains(event.properties().get("Method") + path(event).replaceFirst("/operator", " "));
    }
  }

  private static String path(Event event) {
    return String.valueOf(event.properties().get("Path"));
  }

  @Test
  void functionsRunOnArmFromSnapshotsWithJsonLogsAndTraces() {
    var globals = TEMPLATE.functionGlobals();

    assertThat(globals)
        .containsEntry("Runtime", "java25")
        .containsEntry("Architectures", List.of("arm64"))
        .containsEntry("Tracing", "Active")
        .containsKeys("SnapStart", "AutoPublishAlias", "DeploymentPreference");
    assertThat(map(globals, "LoggingConfig")).containsEntry("LogFormat", "JSON");
  }

  @Test
  void theDatabaseIsEncryptedAndCannotBeDeletedByMistake() {
    var cluster = DATABASE.properties("Cluster");

    assertThat(cluster)
        .containsEntry("StorageEncrypted", true)
        .containsEntry("DeletionProtection", true);
    assertThat(DATABASE.resource("Cluster")).containsEntry("DeletionPolicy", "Snapshot");
    assertThat(DATABASE.properties("Proxy")).containsEntry("RequireTLS", true);
  }

  @Test
  void redisIsEncryptedAndEvictsNoLimitAndNoLock() {
    assertThat(REDIS.properties("Redis"))
        .containsEntry("AtRestEncryptionEnabled", true)
        .containsEntry("TransitEncryptionEnabled", true);
    assertThat(map(REDIS.properties("Settings"), "Properties"))
        .containsEntry("maxmemory-policy", "noeviction");
  }

  private static JsonNode rules() {
    var file = "functions/alerts/src/main/resources/gantry/alerts/rules.json";
    try {
      return new ObjectMapper().readTree(ROOT.resolve(file).toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static RawTemplate stack(String name) {
    return RawTemplate.read(ROOT.resolve("infra/stacks/" + name + ".yaml"));
  }

  private static void assertStays(String id) {
    assertThat(TEMPLATE.resource(id))
        .containsEntry("DeletionPolicy", "Retain")
        .containsEntry("UpdateReplacePolicy", "Retain");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

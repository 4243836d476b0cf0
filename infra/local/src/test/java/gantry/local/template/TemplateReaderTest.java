package gantry.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateReaderTest {
  private static final String FUNCTION =
      """
      Globals:
        Function:
          Runtime: java25
          MemorySize: 512
          Timeout: 10
          Environment: {Variables: {STAGE: dev, COLOUR: red}}
      Resources:
        Jobs: {Type: AWS::SQS::Queue}
        Worker:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: worker.jar
            Handler: Worker
            Timeout: 50
            Environment: {Variables: {COLOUR: blue, JOBS: !Ref Jobs}}
            %s
      """;

  @Test
  void globalsAreMergedMapByMapAndOverriddenByTheFunction() {
    var worker = at(read(FUNCTION.formatted("")).functions(), "Worker");

    assertThat(worker.memoryMb()).isEqualTo(512);
    assertThat(worker.timeout()).isEqualTo(Duration.ofSeconds(50));
    assertThat(at(worker.environment(), "STAGE").value()).isEqualTo("dev");
    assertThat(at(worker.environment(), "COLOUR").value()).isEqualTo("blue");
  }

  @Test
  void whatPointsAtAResourceIsWiring() {
    var worker = at(read(FUNCTION.formatted("")).functions(), "Worker");

    assertThat(at(worker.environment(), "JOBS").wiring()).isTrue();
    assertThat(at(worker.environment(), "COLOUR").wiring()).isFalse();
  }

  @Test
  void anSqsEventIsAQueueMapping() {
    var events =
        read(FUNCTION.formatted(
                """
                Events:
                        Inbox:
                          Type: SQS
                          Properties:
                            Queue: !GetAtt Jobs.Arn
                            BatchSize: 5
                            FunctionResponseTypes: [ReportBatchItemFailures]
                            ScalingConfig: {MaximumConcurrency: 2}
                """))
            .events();

    assertThat(events.queues())
        .containsExactly(
            new QueueEvent(
                "Inbox",
                "Worker",
                "arn:aws:sqs:eu-central-1:000000000000:gantry-Jobs",
                5,
                Duration.ZERO,
                2,
                true));
  }

  @Test
  void aKinesisEventIsAStreamMapping() {
    var events =
        read(FUNCTION.formatted(
                """
                Events:
                        Facts:
                          Type: Kinesis
                          Properties:
                            Stream: arn:aws:kinesis:eu-central-1:000000000000:stream/facts
                            StartingPosition: TRIM_HORIZON
                            BisectBatchOnFunctionError: true
                            MaximumRetryAttempts: 2
                            DestinationConfig: {OnFailure: {Type: SQS, Destination: !GetAtt Jobs.Arn}}
                """))
            .events();

    var mapping = events.streams().getFirst();
    assertThat(mapping.fromHorizon()).isTrue();
    assertThat(mapping.retries())
        .isEqualTo(
            new StreamEvent.Retries(
                true,
                Optional.of(2),
                Optional.empty(),
                Optional.of("arn:aws:sqs:eu-central-1:000000000000:gantry-Jobs")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Layers: [x] | Worker.Layers is not supported",
        "Runtime: python3.13 | Worker.Runtime must be java25",
        "Events: {A: {Type: S3, Properties: {}}} | the event type S3 is not supported",
        "Events: {A: {Type: SQS, Properties: {Queue: q, FilterCriteria: {}}}} |"
            + " Worker.Events.A.Properties.FilterCriteria is not supported",
        "Events: {A: {Type: HttpApi, Properties: {Path: /a, Method: GET, PayloadFormatVersion:"
            + " '1.0'}}} | PayloadFormatVersion must be 2.0",
        "Events: {A: {Type: HttpApi, Properties: {Path: /a, Method: GET, Auth: {Authorizer:"
            + " Nobody}}}} | names no authorizer of the API: Nobody",
        "MemorySize: plenty | Worker.MemorySize is wrong",
      })
  void anUnsupportedPropertyIsRefusedByName(String property, String message) {
    assertThatThrownBy(() -> read(FUNCTION.formatted(property)))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anUnsupportedTypeIsRefusedByName() {
    var template = "Resources: {Table: {Type: AWS::DynamoDB::Table}}";

    assertThatThrownBy(() -> read(template))
        .isInstanceOf(TemplateException.class)
        .hasMessage("Table: the type AWS::DynamoDB::Table is not supported by the local cloud");
  }

  @Test
  void aTypeWithoutLocalMeaningIsPassedOver() {
    var template = "Resources: {Logs: {Type: AWS::Logs::LogGroup, Properties: {Anything: 1}}}";

    assertThat(read(template).functions()).isEmpty();
  }

  @Test
  void aResourceWhoseConditionFailsIsNotThere() {
    var template =
        """
        Conditions: {Never: !Equals [a, b]}
        Resources: {Jobs: {Type: AWS::SQS::Queue, Condition: Never}}
        """;

    assertThat(read(template).queues()).isEmpty();
  }

  @Test
  void aParameterWithNeitherDefaultNorLocalValueIsRefused() {
    var template =
        """
        Parameters: {Colour: {Type: String}}
        Resources: {Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Colour}}}
        """;

    assertThatThrownBy(() -> read(template))
        .hasMessageContaining("the parameter Colour has no default and no local value");
  }

  @Test
  void theDeployedTemplateIsUnderstoodWhole() {
    var root = Path.of(System.getProperty("gantry.root", "../.."));
    var parameters =
        Map.of("DatabaseUrl", "jdbc:x", "DatabaseUser", "x", "DatabasePasswordArn", "arn:x");

    var template = new TemplateReader(account(), parameters).read(root.resolve("template.yaml"));

    assertThat(template.functions())
        .containsKeys("Authorizer", "ReceiveWebhook", "ProcessWebhook", "WebhookEvents");
    var processor = at(template.functions(), "ProcessWebhook").environment();
    assertThat(at(processor, "DATABASE_URL").wiring()).isTrue();
    assertThat(template.events().routes())
        .anySatisfy(route -> {
          assertThat(route.key()).isEqualTo("ANY /v1/webhooks/{provider}");
          assertThat(route.authorizer()).isEmpty();
        })
        .anySatisfy(route -> {
          assertThat(route.key()).isEqualTo("GET /v1/webhook-events");
          assertThat(route.authorizer()).contains("Bearer");
        });
    assertThat(at(template.queues(), "WebhookInboxQueue").redrive())
        .hasValueSatisfying(redrive -> assertThat(redrive.maxReceiveCount()).isEqualTo(50));
    assertThat(template.api().cors()).isPresent();
    assertThat(template.api().authorizers().values())
        .extracting(HttpApi.Authorizer::function)
        .containsExactlyInAnyOrder("Authorizer", "SessionAuthorizer");
    assertThat(template.events().schedules())
        .extracting(ScheduleEvent::function)
        .contains("RelayOutbox");
  }

  private static Account account() {
    return new Account("eu-central-1", "http://127.0.0.1:9324");
  }

  private static Template read(String text) {
    return new TemplateReader(account(), Map.of()).read(text, Path.of("."));
  }

  private static <T> T at(Map<String, T> map, String key) {
    return Optional.ofNullable(map.get(key)).orElseThrow();
  }
}

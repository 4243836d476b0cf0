package gantry.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrinsicsTest {
  private static final String TEMPLATE =
      """
      Parameters:
        Stage: {Type: String, Default: dev}
        Count: {Type: Number, Default: 7}
        Origins: {Type: CommaDelimitedList, Default: "http://a, http://b"}
        KeyArn: {Type: String, Default: ""}
      Mappings:
        Sizes: {dev: {memory: 512}}
      Conditions:
        IsDev: !Equals [!Ref Stage, dev]
        IsProd: !Not [Condition: IsDev]
        Both: !And [!Condition IsDev, !Condition IsProd]
        Either: {"Fn::Or": [Condition: IsDev, Condition: IsProd]}
        HasKey: !Not [!Equals [!Ref KeyArn, ""]]
      Resources:
        Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs.fifo, FifoQueue: true}}
        Facts: {Type: AWS::Kinesis::Stream, Properties: {Name: !Sub "${AWS::StackName}-facts"}}
        Echo:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: java25
            CodeUri: echo.jar
            Handler: Echo
            Environment:
              Variables:
                VALUE: %s
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!Ref Stage | dev",
        "!Ref Count | 7",
        "!Ref AWS::Region | eu-central-1",
        "!Ref Jobs | http://127.0.0.1:9324/000000000000/jobs.fifo",
        "!GetAtt Jobs.Arn | arn:aws:sqs:eu-central-1:000000000000:jobs.fifo",
        "{'Fn::GetAtt': [Jobs, QueueName]} | jobs.fifo",
        "!Ref Facts | gantry-facts",
        "!GetAtt Facts.Arn | arn:aws:kinesis:eu-central-1:000000000000:stream/gantry-facts",
        "!GetAtt Echo.Arn | arn:aws:lambda:eu-central-1:000000000000:function:Echo",
        "!Sub '${Stage}-${Jobs.QueueName}-${!Stage}' | dev-jobs.fifo-${Stage}",
        "!Sub ['${a}-${Stage}', {a: !Ref Count}] | 7-dev",
        "!If [IsDev, small, large] | small",
        "!If [IsProd, small, large] | large",
        "!If [Both, a, b] | b",
        "!If [Either, a, b] | a",
        "!If [HasKey, key, none] | key",
        "!Join ['+', !Ref Origins] | http://a+http://b",
        "!Select [1, !Ref Origins] | http://b",
        "!Select [2, !Split [':', 'a:b:c']] | c",
        "!FindInMap [Sizes, !Ref Stage, memory] | 512",
      })
  void aValueIsWhatCloudFormationMakesOfIt(String yaml, String value) {
    assertThat(value(yaml)).isEqualTo(value);
  }

  @Test
  void aVariableWithoutValueDisappears() {
    var function = at(read(TEMPLATE.formatted("!Ref AWS::NoValue")).functions(), "Echo");

    assertThat(function.environment()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!Ref Nobody | nothing is named Nobody",
        "!GetAtt Jobs.Colour | Jobs.Colour",
        "!If [IsTuesday, a, b] | no condition is named IsTuesday",
        "!ImportValue x | does not know Fn::ImportValue",
        "!FindInMap [Sizes, prod, memory] | no mapping Sizes.prod.memory",
      })
  void whatCannotBeResolvedIsRefusedWithItsPlace(String yaml, String message) {
    assertThatThrownBy(() -> value(yaml))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("Echo")
        .hasMessageContaining(message);
  }

  private static String value(String yaml) {
    var function = at(read(TEMPLATE.formatted(yaml)).functions(), "Echo");

    return at(function.environment(), "VALUE").value();
  }

  private static Template read(String text) {
    var account = new Account("eu-central-1", "http://127.0.0.1:9324");
    return new TemplateReader(account, Map.of()).read(text, Path.of("."));
  }

  private static <T> T at(Map<String, T> map, String key) {
    return Optional.ofNullable(map.get(key)).orElseThrow();
  }
}

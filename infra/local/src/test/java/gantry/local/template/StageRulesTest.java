package gantry.local.template;

import static gantry.local.template.RawTemplate.map;
import static gantry.local.template.RawTemplate.reference;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes a stage roll out safely, and two of them stand beside each other. */
class StageRulesTest {
  private static final RawTemplate TEMPLATE = RawTemplate.read(Path.of("../../template.yaml"));

  static Stream<RawTemplate.Event> schedules() {
    return TEMPLATE.events("ScheduleV2");
  }

  /** {@code $LATEST} has no snapshot, no canary and no way back. */
  @Test
  void whoeverChecksCallersRunsAPublishedVersion() {
    var authorizers = map(TEMPLATE.properties("HttpApi"), "Auth", "Authorizers");

    assertThat(authorizers).isNotEmpty();
    assertThat(authorizers.values())
        .allSatisfy(authorizer ->
            assertThat(reference(Nodes.map(authorizer), "FunctionArn")).endsWith(".Alias"));
  }

  /** Without a name SAM takes the logical id, which a second stage has too. */
  @ParameterizedTest
  @MethodSource("schedules")
  void aScheduleIsNamedForItsStage(RawTemplate.Event schedule) {
    assertThat(map(schedule.properties(), "Name"))
        .containsEntry("Fn::Sub", "${AWS::StackName}-" + schedule.function());
  }
}

package gantry.local.template;

import static gantry.local.template.RawTemplate.map;
import static gantry.local.template.RawTemplate.texts;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Health and alerts look at every queue there is, may do so, and call each by one name. */
class QueueListsTest {
  private static final Path ROOT = Path.of("../..");
  private static final RawTemplate TEMPLATE = RawTemplate.read(ROOT.resolve("template.yaml"));
  private static final Pattern ENTRY = Pattern.compile("([a-z-]+)=\\$\\{(\\w+)}");
  private static final String SIGNAL = "dead-letters:";

  @Test
  void healthLooksAtEveryQueueOfWork() {
    var listed = queues("Operations", "HEALTH_QUEUES");

    assertThat(listed.values()).containsExactlyInAnyOrderElementsOf(queues(true));
    assertThat(measured("Operations")).containsAll(listed.values());
  }

  @Test
  void healthLooksAtEveryDeadLetterQueue() {
    var listed = queues("Operations", "HEALTH_DEAD_LETTER_QUEUES");

    assertThat(listed.values()).containsExactlyInAnyOrderElementsOf(queues(false));
    assertThat(measured("Operations")).containsAll(listed.values());
  }

  @Test
  void alertsLookAtTheSameOnesAndEachHasItsRule() throws IOException {
    var listed = queues("WatchAlerts", "ALERT_DEAD_LETTER_QUEUES");

    assertThat(listed).isEqualTo(queues("Operations", "HEALTH_DEAD_LETTER_QUEUES"));
    assertThat(measured("WatchAlerts")).containsAll(listed.values());
    assertThat(signals()).isEqualTo(listed.keySet());
  }

  private static Set<String> queues(boolean working) {
    return TEMPLATE
        .ids("AWS::SQS::Queue")
        .filter(id -> TEMPLATE.properties(id).containsKey("RedrivePolicy") == working)
        .collect(toSet());
  }

  /** Logical ids by the names that the setting gives them. */
  private static Map<String, String> queues(String function, String setting) {
    var value = map(TEMPLATE.properties(function), "Environment", "Variables", setting);
    return Stream.of(String.valueOf(value.get("Fn::Sub")).split(","))
        .map(ENTRY::matcher)
        .peek(entry -> assertThat(entry.matches()).isTrue())
        .collect(toMap(entry -> entry.group(1), entry -> entry.group(2)));
  }

  private static Set<String> measured(String function) {
    return Nodes.list(TEMPLATE.properties(function).get("Policies")).stream()
        .flatMap(policy -> Nodes.list(Nodes.map(policy).get("Statement")).stream())
        .filter(statement -> texts(statement, "Action").anyMatch("sqs:GetQueueAttributes"::equals))
        .flatMap(statement -> Nodes.list(Nodes.map(statement).get("Resource")).stream())
        .map(RawTemplate::reference)
        .collect(toSet());
  }

  private static Set<String> signals() throws IOException {
    var file = "functions/alerts/src/main/resources/gantry/alerts/rules.json";
    return new ObjectMapper()
        .readTree(ROOT.resolve(file).toFile())
        .valueStream()
        .map(rule -> rule.path("signal").asText())
        .filter(signal -> signal.startsWith(SIGNAL))
        .map(signal -> signal.substring(SIGNAL.length()))
        .collect(toSet());
  }
}

package gantry.local.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gantry.local.function.InvocationOutcome;
import gantry.local.function.InvocationOutcome.Failed;
import gantry.local.function.InvocationOutcome.Returned;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a function said about a batch: the items that failed, or nothing when all of them did.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Partial
 *     batch responses</a>
 */
record BatchAnswer(Optional<Set<String>> failedItems) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final BatchAnswer ALL_FAILED = new BatchAnswer(Optional.empty());
  private static final BatchAnswer NONE_FAILED = new BatchAnswer(Optional.of(Set.of()));

  boolean isAllFailed() {
    return failedItems.isEmpty();
  }

  /** Reads an outcome for a batch of these items; an unknown item fails the whole batch. */
  static BatchAnswer of(InvocationOutcome outcome, boolean reportsFailures, Set<String> items) {
    return switch (outcome) {
      case Failed _ -> ALL_FAILED;
      case Returned(var payload) -> reportsFailures ? read(payload, items) : NONE_FAILED;
    };
  }

  private static BatchAnswer read(String payload, Set<String> items) {
    try {
      var result = MAPPER.readTree(payload);
      var failures = result.path("batchItemFailures");
      if (!(result.isObject() || result.isNull() || result.isMissingNode())) {
        return ALL_FAILED;
      }
      if (failures.isMissingNode() || failures.isNull()) {
        return NONE_FAILED;
      }
      return failures.isArray() ? failed(failures, items) : ALL_FAILED;
    } catch (JsonProcessingException e) {
      return ALL_FAILED;
    }
  }

  private static BatchAnswer failed(JsonNode failures, Set<String> items) {
    var failed = new HashSet<String>();
    failures.forEach(failure -> failed.add(failure.path("itemIdentifier").asText("")));
    return items.containsAll(failed) ? new BatchAnswer(Optional.of(failed)) : ALL_FAILED;
  }
}

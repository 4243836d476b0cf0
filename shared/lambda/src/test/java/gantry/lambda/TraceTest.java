package gantry.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.FakeContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
  private static final String PROPERTY = "com.amazonaws.xray.traceHeader";
  private static final String ONE = "1-5759e988-bd862e3fe1be46a994272793";
  private static final String OTHER = "1-5759e988-000000000000000000000000";

  @AfterEach
  void forget() {
    System.clearProperty(PROPERTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Root=" + ONE,
        "Root=" + ONE + ";Parent=53995c3f42cd8ad8;Sampled=1;Lineage=1:a87bd80c:0",
        "Self=1-67891234-12456789abcdef012345678;Root=" + ONE + ";CalledFrom=app"
      })
  void anInvocationIsOfTheTraceWhoseRootTheRuntimeNames(String header) {
    assertThat(Trace.id(traced(header))).contains(ONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Root=",
        "Sampled=0",
        "Root=1-5759e988-bd862e3f\\n{}",
        "Root=" + ONE + "0",
        "NotRoot=" + ONE
      })
  void whatACallerMadeUpIsNoTrace(String header) {
    assertThat(Trace.id(traced(header))).isEmpty();
  }

  @Test
  void withoutARuntimeThereIsNone() {
    assertThat(Trace.id(new FakeContext())).isEmpty();
  }

  @Test
  void aRuntimeWithOneEventAtATimeNamesItForTheProcess() {
    System.setProperty(PROPERTY, "Root=" + OTHER);

    assertThat(Trace.id(new FakeContext())).contains(OTHER);
  }

  private static FakeContext traced(String header) {
    return new FakeContext("request-1", 1_000, header);
  }
}

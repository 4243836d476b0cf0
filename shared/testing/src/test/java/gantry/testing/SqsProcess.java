package gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Runs a keeping SQS server in a JVM of its own, so that a test can kill it. */
final class SqsProcess {
  private static final String READY = "has restored what it kept";

  private SqsProcess() {}

  public static void main(String[] arguments) {
    var _ = SqsServer.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    System.out.println(READY);
  }

  static ChildServer start(Path folder, int port) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SqsProcess.class.getName(),
            folder.toString(),
            String.valueOf(port));
    var log = folder.resolve("sqs.log");
    var server = ChildServer.start("SQS", builder, log);
    Eventually.within(Duration.ofMinutes(1), () -> assertThat(log).content().contains(READY));
    return server;
  }
}

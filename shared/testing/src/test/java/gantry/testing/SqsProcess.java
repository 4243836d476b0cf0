package gantry.testing;

import java.io.IOException;
import java.nio.file.Path;

/** Runs a keeping SQS server in a JVM of its own, so that a test can kill it. */
final class SqsProcess {
  private SqsProcess() {}

  public static void main(String[] arguments) {
    var _ = SqsServer.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
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
    return ChildServer.start("SQS", builder, folder.resolve("sqs.log"));
  }
}

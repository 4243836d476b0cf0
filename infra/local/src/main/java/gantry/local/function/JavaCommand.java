package gantry.local.function;

import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * The command line of a function's JVM: Lambda's own flags, the runtime client, then the function's
 * jar.
 */
record JavaCommand(Path library, Path jar, String handler, int memoryMb) {
  /** The runtime client with what it needs, wherever the local cloud itself has found them. */
  private static final List<String> CLIENT_JARS =
      Stream.of(AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
          .map(JavaCommand::jarOf)
          .toList();

  private static String jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> running(List<String> cacheFlags) {
    var command = jvm(cacheFlags);
    command.add(AWSLambda.class.getName());
    command.add(handler);
    return command;
  }

  /** The JVM that turns a training record into a cache; it runs no code of the function. */
  List<String> assembling(List<String> cacheFlags) {
    var command = new ArrayList<>(List.of("nice", "-n", "15"));
    command.addAll(jvm(cacheFlags));
    return command;
  }

  /** What besides the jar's content decides whether a cache fits. */
  String fingerprint() {
    return String.join(" ", jvm(List.of()));
  }

  private List<String> jvm(List<String> cacheFlags) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(cacheFlags);
    command.add("-Xmx" + memoryMb * 8 / 10 + "m"); // the heap leaves room for metaspace and stacks
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1"); // as the managed runtime without SnapStart
    command.add("-Dorg.crac.Core.Compat=" + Core.class.getPackageName()); // as the managed runtime
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-D" + NativeLibrary.PROPERTY + "=" + library);
    command.add("-cp");
    command.add(String.join(File.pathSeparator, CLIENT_JARS) + File.pathSeparator + jar);
    return command;
  }
}

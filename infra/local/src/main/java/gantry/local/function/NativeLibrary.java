package gantry.local.function;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * The runtime client's native library, unpacked once.
 *
 * <p>Left alone, every process replaces one file in the system's temporary folder, and processes
 * that start together die of SIGBUS.
 */
final class NativeLibrary {
  static final String PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private NativeLibrary() {}

  static Path unpackTo(Path folder) throws IOException {
    var name = "libaws-lambda-jni." + platform() + ".so";
    var file = folder.resolve(name);
    try (var library = AWSLambda.class.getResourceAsStream("/jni/" + name)) {
      if (library == null) {
        throw new IOException("the runtime client has no native library " + name);
      }
      Files.createDirectories(folder);
      var unpacked = folder.resolve(name + ".tmp");
      Files.copy(library, unpacked, StandardCopyOption.REPLACE_EXISTING);
      Files.move(unpacked, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  private static String platform() {
    var libc =
        Files.exists(Path.of("/lib/ld-musl-" + machine() + ".so.1")) ? "linux_musl" : "linux";
    return libc + "-" + (machine().equals("aarch64") ? "aarch_64" : "x86_64");
  }

  private static String machine() {
    var arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return arch.equals("aarch64") ? "aarch64" : "x86_64";
  }
}

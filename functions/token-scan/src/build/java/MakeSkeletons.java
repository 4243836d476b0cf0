import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Run by the build: writes which character looks like which (UTS #39), a line each, for {@code
 * gantry.tokenscan.lookalike}.
 */
final class MakeSkeletons {
  private static final String TITLE = "# ICU " + VersionInfo.ICU_VERSION;
  private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
  private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

  private MakeSkeletons() {}

  public static void main(String[] arguments) throws IOException {
    var file = Path.of(arguments[0]);
    Files.createDirectories(file.getParent());
    Files.writeString(file, table(), UTF_8);
  }

  private static String table() {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(point -> Character.getType(point) != Character.SURROGATE)
        // What is composed is taken apart before the table is asked.
        .filter(point -> NFD.isNormalized(Character.toString(point)))
        .filter(point -> !skeleton(point).equals(Character.toString(point)))
        .mapToObj(point -> hex(Character.toString(point)) + '=' + hex(skeleton(point)))
        .collect(Collectors.joining("\n", TITLE + "\n", "\n"));
  }

  private static String skeleton(int point) {
    return CHECKER.getSkeleton(Character.toString(point));
  }

  private static String hex(String text) {
    return text.codePoints().mapToObj(Integer::toHexString).collect(Collectors.joining(" "));
  }
}

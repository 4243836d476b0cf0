package gantry.local;

import gantry.local.ControlApi.Call;
import gantry.local.ControlApi.Reply;
import gantry.local.function.FunctionSpec;
import gantry.local.template.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** The one call of AWS Lambda's own API that functions make: which functions are there. */
record LambdaApi(List<FunctionSpec> functions) {
  private static final List<String> LIST = List.of("2015-03-31", "functions", "");
  private static final DateTimeFormatter LAMBDAS_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

  Reply list(Call call) {
    return call.method().equals("GET") && call.path().equals(LIST)
        ? Reply.ok(Map.of("Functions", functions.stream().map(LambdaApi::described).toList()))
        : Reply.wrong(404, "only functions are listed");
  }

  /** Changed when its jar was built. */
  private static Map<String, Object> described(FunctionSpec function) {
    try {
      return Map.of(
          "FunctionName", Account.physicalName(function.name()),
          "FunctionArn", function.arn(),
          "Runtime", "java25",
          "Handler", function.handler(),
          "MemorySize", function.memoryMb(),
          "Timeout", function.timeout().toSeconds(),
          "LastModified",
              LAMBDAS_TIME.format(Files.getLastModifiedTime(function.jar()).toInstant()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

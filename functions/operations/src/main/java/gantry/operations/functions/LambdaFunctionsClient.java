package gantry.operations.functions;

import gantry.aws.CallLimits;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/** What Lambda says about the functions of this stage. */
@Singleton
final class LambdaFunctionsClient {
  private static final DateTimeFormatter LAMBDAS_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

  private final LambdaClient lambda;
  private final Pattern ours;

  LambdaFunctionsClient(LambdaClient lambda, StackConfig stack) {
    this.lambda = lambda;
    // As CloudFormation names them: the stack, the function in the template, and what is unique.
    ours = Pattern.compile(Pattern.quote(stack.name()) + "-([A-Za-z0-9]+)-[A-Za-z0-9]+");
  }

  /** By their names; an account may hold those of other stages, too. */
  List<DeployedFunction> all() {
    return lambda.listFunctionsPaginator().functions().stream()
        .flatMap(function -> deployed(function).stream())
        .sorted(Comparator.comparing(DeployedFunction::function))
        .toList();
  }

  private Optional<DeployedFunction> deployed(FunctionConfiguration function) {
    var name = ours.matcher(function.functionName());
    return name.matches() ? Optional.of(deployed(name.group(1), function)) : Optional.empty();
  }

  private static DeployedFunction deployed(String name, FunctionConfiguration function) {
    return new DeployedFunction(
        name,
        function.functionName(),
        function.runtimeAsString(),
        function.memorySize(),
        Duration.ofSeconds(function.timeout()),
        OffsetDateTime.parse(function.lastModified(), LAMBDAS_TIME).toInstant());
  }

  @Factory
  static final class Clients {
    @Singleton
    @Bean(preDestroy = "close")
    LambdaClient lambda() {
      return CallLimits.BRIEF.build(LambdaClient.builder());
    }
  }
}

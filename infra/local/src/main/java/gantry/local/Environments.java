package gantry.local;

import gantry.local.template.FunctionResource;
import gantry.local.template.FunctionResource.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The complete environment of each function: Lambda's own variables, the template's, secrets in
 * place of their ARNs, and what the shell overrides.
 */
final class Environments {
  private static final Set<String> FROM_THE_MACHINE = Set.of("PATH", "HOME", "LANG", "TMPDIR");
  private static final String ARN = "_ARN";

  private final Map<String, String> wiring;
  private final Map<String, String> here;
  private final Map<String, String> secrets;
  private final Map<String, String> shell;
  private final Set<String> overridden = new TreeSet<>();

  /** Every function gets the wiring; what holds only here replaces what the template says. */
  Environments(
      Map<String, String> wiring,
      Map<String, String> here,
      Map<String, String> secrets,
      Map<String, String> shell) {
    this.wiring = wiring;
    this.here = here;
    this.secrets = secrets;
    this.shell = shell;
  }

  /** The names of the settings that came from the shell. */
  Set<String> overridden() {
    return overridden;
  }

  Map<String, String> of(FunctionResource function) {
    var environment = new HashMap<String, String>();
    FROM_THE_MACHINE.stream()
        .filter(shell::containsKey)
        .forEach(name -> environment.put(name, shell.getOrDefault(name, "")));
    environment.putAll(lambda(function));
    function.environment().forEach((name, variable) -> put(environment, name, variable));
    environment.putAll(wiring);
    if (!environment.getOrDefault("JWKS_URL", "").isEmpty()) {
      environment.remove("JWT_SECRET"); // tokens are signed in one way or the other, never both
    }
    return environment;
  }

  private void put(Map<String, String> environment, String name, Variable variable) {
    if (isSecret(name, variable)) {
      putSecret(environment, name.substring(0, name.length() - ARN.length()), variable);
    } else {
      environment.put(name, setting(name, here.getOrDefault(name, variable.value()), variable));
    }
  }

  private static boolean isSecret(String name, Variable variable) {
    return name.endsWith(ARN)
        && (variable.value().isEmpty() || variable.value().contains(":secretsmanager:"));
  }

  /** The function finds the secret itself where it would otherwise find its address. */
  private void putSecret(Map<String, String> environment, String name, Variable variable) {
    var development = here.getOrDefault(name, secrets.getOrDefault(name, ""));
    var secret = setting(name, development, variable);
    if (!secret.isEmpty()) {
      environment.put(name, secret);
    }
  }

  private String setting(String name, String value, Variable variable) {
    if (variable.wiring() || !shell.containsKey(name)) {
      return value;
    }
    overridden.add(name);
    return shell.getOrDefault(name, "");
  }

  private static Map<String, String> lambda(FunctionResource function) {
    return Map.ofEntries(
        Map.entry("_HANDLER", function.handler()),
        Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMb())),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", function.id()),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
        Map.entry(
            "AWS_LAMBDA_INITIALIZATION_TYPE", function.snapStart() ? "snap-start" : "on-demand"),
        Map.entry("AWS_LAMBDA_LOG_FORMAT", function.jsonLogs() ? "JSON" : "TEXT"),
        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.id()),
        Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "local"),
        Map.entry("AWS_LAMBDA_MAX_CONCURRENCY", "4"),
        Map.entry("TZ", ":UTC"));
  }
}

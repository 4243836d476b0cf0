package gantry.local;

import gantry.local.function.FunctionSpec;
import gantry.local.template.Account;
import gantry.local.template.FunctionResource;
import gantry.local.template.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What runs: the template, its functions with their environments, and what the shell overrides. */
record Blueprint(
    Account account, Template template, List<FunctionSpec> functions, Set<String> overridden) {

  /** Providers are the settings that lead to the provider simulator. */
  static Blueprint of(LocalSettings settings, Template template, Map<String, String> providers) {
    var account = settings.account();
    var here = new HashMap<>(DevelopmentShop.settings());
    here.putAll(providers);
    var environments =
        new Environments(settings.wiring(), here, DevelopmentSecrets.all(), settings.shell());
    var functions =
        template.functions().values().stream()
            .map(function -> spec(function, account, environments))
            .toList();
    return new Blueprint(account, template, functions, environments.overridden());
  }

  private static FunctionSpec spec(
      FunctionResource function, Account account, Environments environments) {
    return new FunctionSpec(
        function.id(),
        account.functionArn(function.id()),
        function.jar(),
        function.handler(),
        function.memoryMb(),
        function.timeout(),
        environments.of(function));
  }

  /** A setting as the template's functions get it, empty when none has it. */
  String setting(String name) {
    return functions.stream()
        .map(function -> function.environment().getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }
}

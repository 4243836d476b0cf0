package gantry.local;

import gantry.local.function.FunctionSpec;
import gantry.local.server.CannotStart;
import gantry.local.template.Account;
import gantry.local.template.FunctionResource;
import gantry.local.template.Template;
import gantry.local.template.TemplateReader;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/**
 * Everything that is decided before a server starts: the template, the functions, what the shell
 * overrides.
 */
record Blueprint(
    Account account, Template template, List<FunctionSpec> functions, Set<String> overridden) {

  static Blueprint of(LocalSettings settings) {
    var account = settings.account();
    var reader = new TemplateReader(account, settings.parameters());
    var template = reader.read(settings.template());
    var environments =
        new Environments(settings.wiring(), DevelopmentSecrets.all(), settings.shell());
    var functions =
        template.functions().values().stream()
            .map(function -> spec(function, account, environments))
            .toList();
    return new Blueprint(account, template, functions, environments.overridden());
  }

  private static FunctionSpec spec(
      FunctionResource function, Account account, Environments environments) {
    if (!Files.exists(function.jar())) {
      throw new CannotStart(
          "The jar of %s, %s, is missing: build it with mvn -Plocal in the root folder."
              .formatted(function.id(), function.jar()));
    }
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

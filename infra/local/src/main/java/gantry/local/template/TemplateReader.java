package gantry.local.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a SAM template into what runs on this machine, and refuses what could not. */
public final class TemplateReader {
  private static final Set<String> TOP_LEVEL =
      Set.of(
          "AWSTemplateFormatVersion",
          "Transform",
          "Description",
          "Metadata",
          "Parameters",
          "Mappings",
          "Conditions",
          "Globals",
          "Resources",
          "Outputs");
  private static final Set<String> RESOURCE_ATTRIBUTES =
      Set.of(
          "Type",
          "Properties",
          "Condition",
          "DependsOn",
          "DeletionPolicy",
          "UpdateReplacePolicy",
          "Metadata");

  private final Account account;
  private final Map<String, String> parameters;

  /** Parameters are the values that the local cloud sets itself. */
  public TemplateReader(Account account, Map<String, String> parameters) {
    this.account = account;
    this.parameters = Map.copyOf(parameters);
  }

  public Template read(Path file) {
    try {
      return read(Files.readString(file), file.resolveSibling("").toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the template " + file, e);
    }
  }

  /** Reads a template's text; code locations are relative to the folder. */
  public Template read(String text, Path folder) {
    var document = CloudFormationYaml.parse(text);
    document.keySet().forEach(TemplateReader::checkTopLevel);
    var scope = new TemplateScope(document, account, parameters);
    var globals = Nodes.map(document.get("Globals"));
    var target = new TemplateBuilder(account, folder, scope, globals);
    Nodes.map(document.get("Resources")).forEach((id, node) -> read(target, id, Nodes.map(node)));
    return target.build();
  }

  private static void checkTopLevel(String key) {
    if (!TOP_LEVEL.contains(key)) {
      throw new TemplateException("the section " + key + " is not supported by the local cloud");
    }
  }

  private static void read(TemplateBuilder target, String id, Map<String, Object> resource) {
    for (var attribute : resource.keySet()) {
      if (!RESOURCE_ATTRIBUTES.contains(attribute)) {
        throw new TemplateException(
            id + ": the attribute " + attribute + " is not supported by the local cloud");
      }
    }
    if (!target.isWanted(Optional.ofNullable(resource.get("Condition")))) {
      return;
    }
    var type = String.valueOf(resource.get("Type"));
    var properties = new LinkedHashMap<>(Nodes.map(resource.get("Properties")));
    target.add(id, type, properties);
  }
}

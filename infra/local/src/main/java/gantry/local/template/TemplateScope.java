package gantry.local.template;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parameters, pseudo parameters, conditions, mappings and resources of one template. */
final class TemplateScope implements Scope {
  static final String STACK = "gantry";

  /** SAM's name for what points at a function's published version; here there is one version. */
  private static final String ALIAS = ".Alias";

  private final Map<String, Object> document;
  private final Map<String, Object> resources;
  private final Account account;
  private final Map<String, String> local;
  private final Map<String, Object> pseudo;
  private final Map<String, Boolean> conditions = new HashMap<>();
  private final Intrinsics intrinsics = new Intrinsics(this);

  TemplateScope(Map<String, Object> document, Account account, Map<String, String> local) {
    this.document = document;
    this.resources = Nodes.map(document.get("Resources"));
    this.account = account;
    this.local = local;
    this.pseudo = pseudoParameters(account);
  }

  private static Map<String, Object> pseudoParameters(Account account) {
    return Map.of(
        "AWS::Region",
        account.region(),
        "AWS::AccountId",
        Account.ID,
        "AWS::Partition",
        "aws",
        "AWS::URLSuffix",
        "amazonaws.com",
        "AWS::StackName",
        STACK,
        "AWS::StackId",
        account.arn("cloudformation", "stack/" + STACK + "/local"),
        "AWS::NotificationARNs",
        List.of(),
        "AWS::NoValue",
        Intrinsics.Nothing.NO_VALUE);
  }

  Intrinsics intrinsics() {
    return intrinsics;
  }

  /**
   * Whether the value points at what the local cloud itself provides, and so never comes from the
   * shell.
   */
  boolean isWiring(Object node) {
    return References.in(node).stream().anyMatch(this::isProvided);
  }

  private boolean isProvided(String name) {
    return resources.containsKey(name) || local.containsKey(name) || pseudo.containsKey(name);
  }

  @Override
  public Object reference(String name) {
    if (pseudo.containsKey(name)) {
      return pseudo.get(name);
    }
    var parameters = Nodes.map(document.get("Parameters"));
    if (parameters.containsKey(name)) {
      return parameter(name, Nodes.map(parameters.get(name)));
    }
    if (name.endsWith(ALIAS)) {
      return attribute(name.substring(0, name.length() - ALIAS.length()), "Arn");
    }
    return new ResourceNames(account, name, type(name), properties(name)).reference();
  }

  private Object parameter(String name, Map<String, Object> definition) {
    var value = local.get(name);
    if (value == null && name.endsWith("Arn")) {
      value = account.secretArn(name.substring(0, name.length() - "Arn".length()));
    }
    if (value == null && definition.containsKey("Default")) {
      value = String.valueOf(definition.get("Default"));
    }
    if (value == null) {
      throw new TemplateException("the parameter " + name + " has no default and no local value");
    }
    var isList = Set.of("CommaDelimitedList", "List<Number>").contains(definition.get("Type"));
    return isList ? Arrays.stream(value.split(",", -1)).map(String::strip).toList() : value;
  }

  @Override
  public Object attribute(String resource, String attribute) {
    return new ResourceNames(account, resource, type(resource), properties(resource))
        .attribute(attribute);
  }

  private String type(String resource) {
    if (!resources.containsKey(resource)) {
      throw new TemplateException("nothing is named " + resource);
    }
    return String.valueOf(Nodes.map(resources.get(resource)).get("Type"));
  }

  private Section properties(String resource) {
    var properties = Nodes.map(Nodes.map(resources.get(resource)).get("Properties"));
    var names = new HashMap<String, Object>();
    for (var key : Set.of("QueueName", "FifoQueue", "Name")) {
      if (properties.containsKey(key)) {
        names.put(key, intrinsics.resolve(properties.get(key)));
      }
    }
    return new Section(resource, names);
  }

  @Override
  public boolean condition(String name) {
    var definitions = Nodes.map(document.get("Conditions"));
    if (!definitions.containsKey(name)) {
      throw new TemplateException("no condition is named " + name);
    }
    var known = conditions.get(name);
    if (known == null) {
      known = intrinsics.isTrue(definitions.get(name));
      conditions.put(name, known);
    }
    return known;
  }

  @Override
  public Object mapping(String map, String key, String name) {
    var mapping = Nodes.map(Nodes.map(document.get("Mappings")).get(map));
    var value = Nodes.map(mapping.get(key)).get(name);
    if (value == null) {
      throw new TemplateException("no mapping " + map + "." + key + "." + name);
    }
    return value;
  }
}

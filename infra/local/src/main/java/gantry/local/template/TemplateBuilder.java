package gantry.local.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the resources of one template, each read by its type's own reader. */
final class TemplateBuilder {
  private final Account account;
  private final Path folder;
  private final TemplateScope scope;
  private final Map<String, Object> globals;
  private final Map<String, FunctionResource> functions = new LinkedHashMap<>();
  private final Map<String, QueueResource> queues = new LinkedHashMap<>();
  private final Map<String, StreamResource> streams = new LinkedHashMap<>();
  private final List<AlarmResource> alarms = new ArrayList<>();
  private final Map<String, Section> eventsByFunction = new LinkedHashMap<>();
  private @Nullable HttpApiReader api;

  TemplateBuilder(Account account, Path folder, TemplateScope scope, Map<String, Object> globals) {
    this.account = account;
    this.folder = folder;
    this.scope = scope;
    this.globals = globals;
    checkGlobals(globals.keySet());
  }

  private static void checkGlobals(Set<String> sections) {
    for (var section : sections) {
      if (!Set.of("Function", "HttpApi").contains(section)) {
        throw new TemplateException("Globals." + section + " is not supported by the local cloud");
      }
    }
  }

  boolean isWanted(Optional<Object> condition) {
    return condition.isEmpty() || scope.condition(Intrinsics.text(condition.get()));
  }

  void add(String id, String type, Map<String, Object> properties) {
    switch (type) {
      case "AWS::Serverless::Function" -> addFunction(id, merged("Function", properties));
      case "AWS::Serverless::HttpApi" -> addApi(id, merged("HttpApi", properties));
      case "AWS::SQS::Queue" ->
          queues.put(id, QueueReader.read(account, id, section(id, type, properties)));
      case "AWS::Kinesis::Stream" ->
          streams.put(id, StreamReader.read(account, id, section(id, type, properties)));
      case "AWS::CloudWatch::Alarm" ->
          AlarmReader.read(id, section(id, type, properties)).ifPresent(alarms::add);
      default -> checkWithoutLocalMeaning(id, type);
    }
  }

  private static void checkWithoutLocalMeaning(String id, String type) {
    if (NoLocalMeaning.reason(type).isEmpty()) {
      throw new TemplateException(
          id + ": the type " + type + " is not supported by the local cloud");
    }
  }

  private Map<String, Object> merged(String section, Map<String, Object> own) {
    return Globals.merge(Nodes.map(globals.get(section)), own);
  }

  /** The resource's properties as they are, without those that mean nothing here. */
  private Section section(String id, String type, Map<String, Object> properties) {
    var meant = new LinkedHashMap<>(properties);
    meant.keySet().removeAll(NoLocalMeaning.properties(type));
    return new Section(id, resolved(id, meant));
  }

  private Map<String, Object> resolved(String id, Map<String, Object> properties) {
    try {
      return Nodes.map(scope.intrinsics().resolve(properties));
    } catch (TemplateException e) {
      throw new TemplateException(id + ": " + e.getMessage());
    }
  }

  private void addFunction(String id, Map<String, Object> properties) {
    var section = section(id, "AWS::Serverless::Function", properties);
    var variables = Nodes.map(Nodes.map(properties.get("Environment")).get("Variables"));
    functions.put(id, new FunctionReader(folder, scope::isWiring).read(id, section, variables));
    eventsByFunction.put(id, section.section("Events"));
    section.end();
  }

  private void addApi(String id, Map<String, Object> properties) {
    if (api != null) {
      throw new TemplateException(id + ": a second HTTP API is not supported by the local cloud");
    }
    api = HttpApiReader.of(section(id, "AWS::Serverless::HttpApi", properties));
  }

  Template build() {
    var reader =
        api == null ? HttpApiReader.of(section("HttpApi", "", merged("HttpApi", Map.of()))) : api;
    var events = new EventReader(reader);
    eventsByFunction.forEach(events::read);
    return new Template(functions, reader.api(), queues, streams, alarms, events.events());
  }
}

package gantry.local;

import gantry.local.alarm.Alarms;
import gantry.local.function.FunctionLog;
import gantry.local.function.Functions;
import gantry.local.function.LambdaFunction;
import gantry.local.gateway.Api;
import gantry.local.gateway.Gateway;
import gantry.local.process.Children;
import gantry.local.server.CannotStart;
import gantry.local.server.ServerSwitches;
import gantry.local.server.ServerSwitches.State;
import gantry.local.server.Servers;
import gantry.local.simulator.ProviderSimulator;
import gantry.local.source.Queues;
import gantry.local.source.Schedules;
import gantry.local.source.Sources;
import gantry.local.source.Streams;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The template's functions with all that leads to them, in front of running servers. */
final class Platform implements AutoCloseable {
  private final FunctionLog.Output terminal = FunctionLog.Output.to(System.out);
  private final LocalSettings settings;
  private final Blueprint blueprint;
  private final ProviderSimulator simulator;
  private final Children children = new Children();
  private final SqsClient sqs;
  private final KinesisClient kinesis;
  private final Functions functions;
  private final Queues queues;
  private final Streams streams;
  private final Schedules schedules;
  private final Tokens tokens;
  private final Alarms alarms;
  private final ServerSwitches servers;
  private @Nullable Gateway gateway;
  private @Nullable Sources sources;
  private volatile boolean ready;

  Platform(
      LocalSettings settings, Blueprint blueprint, Servers servers, ProviderSimulator simulator) {
    this.settings = settings;
    this.blueprint = blueprint;
    this.simulator = simulator;
    this.servers = new ServerSwitches(servers);
    sqs = servers.sqs().client();
    kinesis = servers.kinesis().client();
    var home = settings.home().resolve("functions");
    alarms = new Alarms(blueprint.template(), blueprint.account(), Clock.systemUTC());
    var host = new Functions.Host(home, children::start, this::line, settings.training());
    functions = new Functions(blueprint.functions(), host);
    queues = new Queues(sqs, blueprint.template().queues());
    streams = new Streams(kinesis, blueprint.template().streams().values());
    schedules =
        new Schedules(
            blueprint.template().events().schedules(), functions, region(), Clock.systemUTC());
    tokens = new Tokens(Tokens.Settings.of(blueprint), Clock.systemUTC());
  }

  private void line(String function, String text) {
    terminal.line(function, text);
    alarms.line(text);
  }

  /** Queues and streams first, then the gateway, then what makes functions run by itself. */
  void start() {
    queues.create();
    streams.create();
    var events = blueprint.template().events();
    var api = new Api(blueprint.template().api(), events.routes(), functions, region());
    try {
      gateway = new Gateway(settings.ports().http(), api, control());
    } catch (IOException e) {
      throw new CannotStart("The HTTP port cannot be opened: " + e.getMessage(), e);
    }
    var checkpoints = settings.checkpoints();
    sources =
        Sources.start(events, functions, new Sources.Backing(sqs, kinesis, region(), checkpoints));
    schedules.start();
    alarms.start(functions);
    ready = true;
  }

  private ControlApi control() {
    var actions = new ControlActions(this::status, functions, queues, schedules, tokens);
    return new ControlApi(
        Map.of(
            "status", actions::status,
            "functions", actions::invoke,
            "schedules", actions::fire,
            "queues", actions::redrive,
            "token", actions::token,
            "lambda", new LambdaApi(blueprint.functions())::list,
            "providers", new ProviderActions(simulator)::run,
            "servers", new ServerActions(servers)::run,
            "alarms", new AlarmActions(alarms, functions)::run));
  }

  private String region() {
    return blueprint.account().region();
  }

  Tokens tokens() {
    return tokens;
  }

  /** A server that is away is not asked: its clients try again for minutes. */
  private Status status() {
    var states = servers.states();
    return new Status(
        ready,
        functions.all().stream().map(LambdaFunction::status).toList(),
        states.get("sqs") == State.UP ? queues.counts() : List.of(),
        states.get("kinesis") == State.UP ? streams.shards() : List.of(),
        states,
        settings.ports().byName());
  }

  @Override
  public void close() {
    if (gateway != null) {
      gateway.close();
    }
    alarms.close();
    schedules.close();
    if (sources != null) {
      sources.close();
    }
    functions.close();
    children.close();
    sqs.close();
    kinesis.close();
  }
}

package gantry.local;

import gantry.local.function.FunctionSpec;
import gantry.local.function.Functions;
import gantry.local.gateway.Api;
import gantry.local.gateway.Gateway;
import gantry.local.process.Children;
import gantry.local.process.ParentWatch;
import gantry.local.server.CannotStart;
import gantry.local.server.Servers;
import gantry.local.server.StateFolder;
import gantry.local.source.Queues;
import gantry.local.source.Sources;
import gantry.local.template.Account;
import gantry.local.template.FunctionResource;
import gantry.local.template.Template;
import gantry.local.template.TemplateException;
import gantry.local.template.TemplateReader;
import gantry.testing.SqsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Runs template.yaml on this machine until it is told to stop or Maven goes away. */
public final class LocalCloud implements AutoCloseable {
  private final LocalSettings settings;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private volatile boolean ready;

  private LocalCloud(LocalSettings settings) {
    this.settings = settings;
  }

  public static void main(String[] args) {
    if (System.getProperty("gantry.parent") != null) {
      ParentWatch.exitWithMaven();
    }
    var cloud = new LocalCloud(LocalSettings.ofThisProcess());
    Runtime.getRuntime().addShutdownHook(new Thread(cloud::close));
    try {
      cloud.start();
    } catch (CannotStart | TemplateException refusal) {
      System.err.println(refusal.getMessage());
      System.exit(1);
    }
  }

  private void start() {
    var started = System.nanoTime();
    LocalSettings.requireSupportedPlatform();
    var account = new Account(SqsServer.REGION, "http://127.0.0.1:" + settings.ports().sqs());
    var template = new TemplateReader(account, settings.parameters()).read(settings.template());
    var environments =
        new Environments(settings.wiring(), DevelopmentSecrets.all(), settings.shell());
    var specs =
        template.functions().values().stream()
            .map(function -> spec(function, account, environments))
            .toList();
    var state = open(StateFolder.open(settings.home()));
    settings.ports().requireFree();
    if (settings.fresh()) {
      state.wipe();
    }
    var servers = open(Servers.start(state, settings.ports()));
    run(account, template, specs, servers);
    ready = true;
    var seconds = Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0;
    System.out.println("ready in " + seconds + " s, overridden " + environments.overridden());
  }

  private void run(Account account, Template template, List<FunctionSpec> specs, Servers servers) {
    var children = open(new Children());
    var host =
        new Functions.Host(settings.home().resolve("functions"), children::start, System.out);
    var functions = open(new Functions(specs, host));
    var sqs = open(servers.sqs().client());
    var queues = new Queues(sqs, template.queues());
    queues.create();
    var tokens =
        new Tokens(
            new Tokens.Settings(
                DevelopmentSecrets.all().getOrDefault("JWT_SECRET", ""), "gantry", "gantry-api"),
            Clock.systemUTC());
    var actions = new ControlActions(() -> status(functions, queues), queues, tokens);
    var control =
        new ControlApi(
            Map.of("status", actions::status, "queues", actions::redrive, "token", actions::token));
    var api =
        new Api(
            template.api().orElseThrow(), template.events().routes(), functions, account.region());
    try {
      open(new Gateway(settings.ports().http(), api, control));
    } catch (IOException e) {
      throw new CannotStart("The HTTP port cannot be opened: " + e.getMessage(), e);
    }
    open(Sources.start(template.events(), functions, sqs, account.region()));
  }

  private FunctionSpec spec(FunctionResource function, Account account, Environments environments) {
    if (!Files.exists(function.jar())) {
      throw new CannotStart(
          function.id()
              + ": the jar "
              + function.jar()
              + " is missing; run mvn -Plocal from the root.");
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

  private Status status(Functions functions, Queues queues) {
    return new Status(
        ready,
        functions.all().stream().map(function -> function.status()).toList(),
        queues.counts(),
        List.of(),
        Map.of());
  }

  private <T extends AutoCloseable> T open(T resource) {
    opened.push(resource);
    return resource;
  }

  /** In the opposite order of the start: nothing new comes in while the last things end. */
  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        System.err.println("while stopping: " + e.getMessage());
      }
    }
  }
}

package gantry.local.simulator;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.JsonException;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All third-party APIs on one port of 127.0.0.1, with switches for what they know and how they
 * fail.
 */
public final class ProviderSimulator implements AutoCloseable {
  private static final String RESOURCES = "gantry/local/simulator";
  private static final List<Integer> EVM_CHAINS = List.of(1, 10, 56, 137, 8453, 42161, 43114);

  /** The answer to one request of the control API; the body is JSON or empty. */
  public record Answer(int status, String body) {}

  private final WireMockServer server;
  private final FaultyAnswers faulty;
  private final Map<Provider, List<StubMapping>> added = new EnumMap<>(Provider.class);
  private final Map<Provider, List<StubMapping>> faults = new EnumMap<>(Provider.class);

  private ProviderSimulator(WireMockServer server, FaultyAnswers faulty) {
    this.server = server;
    this.faulty = faulty;
  }

  /** Starts it on a free port. */
  public static ProviderSimulator start() {
    var faulty = new FaultyAnswers();
    var server =
        new WireMockServer(
            options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .usingFilesUnderClasspath(RESOURCES)
                .extensions(faulty)
                .disableRequestJournal());
    server.start();
    return new ProviderSimulator(server, faulty);
  }

  public int port() {
    return server.port();
  }

  public String baseUrl(String provider) {
    return "http://127.0.0.1:" + port() + "/" + provider;
  }

  /** The settings that lead the functions here instead of to the real providers. */
  public Map<String, String> environment() {
    var environment = new LinkedHashMap<String, String>();
    for (var provider : Provider.values()) {
      environment.put(
          provider.variable, provider == Provider.EVM_RPC ? evmUrls() : baseUrl(provider.path));
    }
    // The egress guard lets nobody call this machine, unless it is said to be one's own.
    environment.put("EGRESS_ORIGINS", "http://127.0.0.1:" + port());
    return environment;
  }

  /** Adds an answer to those that a provider knows. */
  public synchronized Answer add(String name, String json) {
    return change(
        name,
        provider -> {
          var stub = StubMapping.buildFrom(AddedAnswer.stub(provider, Json.parse(json)).toString());
          server.addStubMapping(stub);
          added.computeIfAbsent(provider, key -> new CopyOnWriteArrayList<>()).add(stub);
          return new Answer(201, "");
        });
  }

  /** Switches a provider's fault: {@code {"fault": "throttled"}}, back with {@code none}. */
  public synchronized Answer fault(String name, String json) {
    return change(
        name,
        provider -> {
          var wanted = Json.parse(json).path("fault").asText();
          var fault = Fault.named(wanted);
          fault.ifPresent(known -> set(provider, known));
          return fault.isPresent() ? new Answer(204, "") : refusal(400, "Unknown fault " + wanted);
        });
  }

  /** Forgets added answers and the fault of a provider. */
  public synchronized Answer reset(String name) {
    return change(
        name,
        provider -> {
          remove(added, provider);
          set(provider, Fault.NONE);
          return new Answer(204, "");
        });
  }

  @Override
  public void close() {
    server.stop();
  }

  private void set(Provider provider, Fault fault) {
    remove(faults, provider);
    var stubs = fault.answersOf(provider).stream().flatMap(ProviderSimulator::stubs).toList();
    stubs.forEach(server::addStubMapping);
    faults.put(provider, stubs);
    faulty.set(provider, fault);
  }

  private void remove(Map<Provider, List<StubMapping>> stubs, Provider provider) {
    var former = stubs.remove(provider);
    if (former != null) {
      former.forEach(server::removeStubMapping);
    }
  }

  private static Stream<StubMapping> stubs(String resource) {
    return Json.resource(resource)
        .path("mappings")
        .valueStream()
        .map(JsonNode::toString)
        .map(StubMapping::buildFrom);
  }

  private static Answer change(String name, Function<Provider, Answer> change) {
    try {
      return Provider.named(name)
          .map(change)
          .orElseGet(() -> refusal(404, "No provider is named " + name));
    } catch (IllegalArgumentException | JsonException invalid) {
      return refusal(400, "Not a valid answer: " + invalid.getMessage());
    }
  }

  private static Answer refusal(int status, String message) {
    return new Answer(status, Json.text(Map.of("message", message)));
  }

  private String evmUrls() {
    return Json.text(
        EVM_CHAINS.stream()
            .collect(
                Collectors.toMap(
                    chain -> "eip155:" + chain, chain -> List.of(baseUrl("evm-rpc/" + chain)))));
  }
}

package gantry.local.simulator;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Changes whatever a provider would have answered, as its fault demands. */
final class FaultyAnswers implements ResponseDefinitionTransformerV2 {
  static final Duration DELAY = Duration.ofSeconds(15);

  private final Map<Provider, Fault> faults = new ConcurrentHashMap<>();

  void set(Provider provider, Fault fault) {
    faults.put(provider, fault);
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    var answer = event.getResponseDefinition();
    return switch (faultOf(event)) {
      case NONE, THROTTLED, LYING -> answer;
      case SLOW ->
          ResponseDefinitionBuilder.like(answer).withFixedDelay((int) DELAY.toMillis()).build();
      case CUT ->
          new ResponseDefinitionBuilder()
              .withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER)
              .build();
      case DOWN ->
          new ResponseDefinitionBuilder()
              .withStatus(503)
              .withHeader("Content-Type", "text/html")
              .withBody("<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>")
              .build();
    };
  }

  private Fault faultOf(ServeEvent event) {
    return Provider.ofUrl(event.getRequest().getUrl())
        .map(provider -> faults.getOrDefault(provider, Fault.NONE))
        .orElse(Fault.NONE);
  }

  @Override
  public String getName() {
    return "faulty-answers";
  }
}

package gantry.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The DevTools protocol over the JDK's own WebSocket: as the browser, or as one of its pages. */
final class DevTools implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final int LIMIT_SECONDS = 60;

  private final Line line;
  private final String session;

  private DevTools(Line line, String session) {
    this.line = line;
    this.session = session;
  }

  static DevTools at(URI address) {
    var http = HttpClient.newHttpClient();
    var inbox = new Inbox();
    var socket = http.newWebSocketBuilder().buildAsync(address, inbox);
    socket.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS);
    return new DevTools(new Line(http, socket.join(), inbox, new AtomicInteger()), "");
  }

  /** The same line, from the point of view of an attached page. */
  DevTools of(String session) {
    return new DevTools(line, session);
  }

  JsonNode command(String method, Map<String, ?> parameters) {
    var id = line.ids.incrementAndGet();
    var message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    var answer = line.inbox.expect(id).orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS);
    line.socket.sendText(message.toString(), true).join();
    var found = answer.join();
    assertThat(found.has("error")).as(method + ": " + found).isFalse();
    return found.path("result");
  }

  /** What this page has told so far. */
  Stream<JsonNode> events(String method) {
    return line.inbox.events().stream()
        .filter(event -> event.path("sessionId").asText().equals(session))
        .filter(event -> event.path("method").asText().equals(method))
        .map(event -> event.path("params"));
  }

  @Override
  public void close() {
    line.socket.abort();
    line.http.close();
  }

  private record Line(HttpClient http, WebSocket socket, Inbox inbox, AtomicInteger ids) {}
}

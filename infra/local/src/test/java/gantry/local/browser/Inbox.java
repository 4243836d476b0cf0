package gantry.local.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What comes over the socket: answers by their id, and events. */
final class Inbox implements WebSocket.Listener {
  private final StringBuilder part = new StringBuilder();
  private final Map<Integer, CompletableFuture<JsonNode>> expected = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();

  CompletableFuture<JsonNode> expect(int id) {
    return expected.computeIfAbsent(id, _ -> new CompletableFuture<>());
  }

  List<JsonNode> events() {
    return events;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      take(part.toString());
      part.setLength(0);
    }
    socket.request(1);
    return null;
  }

  private void take(String message) {
    try {
      var tree = DevTools.JSON.readTree(message);
      if (tree.has("id")) {
        expect(tree.path("id").asInt()).complete(tree);
      } else {
        events.add(tree);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

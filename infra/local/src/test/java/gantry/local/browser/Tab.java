package gantry.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import gantry.testing.Eventually;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One page, as somebody uses it who looks, types and clicks. */
public final class Tab {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final Set<String> NAMED =
      Set.of("button", "textbox", "image", "article", "navigation");

  /** The page's policy is said to be broken where whoever looks at complaints sees it. */
  private static final String TELL_VIOLATIONS =
      "addEventListener('securitypolicyviolation',"
          + " event => console.error(event.violatedDirective + ' ' + event.blockedURI))";

  private final DevTools tools;

  Tab(DevTools tools) {
    this.tools = tools;
    Stream.of("Runtime", "Log", "Page").forEach(domain -> command(domain + ".enable", Map.of()));
    command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", TELL_VIOLATIONS));
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
  }

  public void open(URI address) {
    command("Page.navigate", Map.of("url", address.toString()));
  }

  /** What an expression is worth in the page; a promise is waited for. */
  public JsonNode evaluate(String expression) {
    var answer =
        command(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    assertThat(answer.has("exceptionDetails")).as(answer.toString()).isFalse();
    return answer.path("result").path("value");
  }

  public String text() {
    return evaluate("document.body.innerText").asText();
  }

  public void awaits(String expression) {
    Eventually.within(
        SOON, () -> assertThat(evaluate("!!(" + expression + ")").asBoolean()).as(text()).isTrue());
  }

  public void shows(String text) {
    Eventually.within(SOON, () -> assertThat(text()).contains(text));
  }

  /** Clicks the first element of a kind with this text, as soon as one can be seen. */
  public void click(String selector, String text) {
    var element = seen(selector, "e.textContent === " + quoted(text));
    awaits(element);
    evaluate(element + ".click()");
  }

  public void type(String selector, String text) {
    var element = seen(selector, "true");
    awaits(element);
    evaluate(element + ".focus()");
    command("Input.insertText", Map.of("text", text));
  }

  private static String seen(String selector, String condition) {
    return "[...document.querySelectorAll(%s)].find(e => e.checkVisibility() && %s)"
        .formatted(quoted(selector), condition);
  }

  public void pressEnter() {
    press("keyDown");
    press("keyUp");
  }

  private void press(String type) {
    command(
        "Input.dispatchKeyEvent",
        Map.of("type", type, "key", "Enter", "windowsVirtualKeyCode", 13, "text", "\r"));
  }

  public JsonNode cookies() {
    return command("Network.getCookies", Map.of()).path("cookies");
  }

  /** What can be used or seen, and has no name for whoever hears the page. */
  public List<String> nameless() {
    var tree = command("Accessibility.getFullAXTree", Map.of()).path("nodes");
    return StreamSupport.stream(tree.spliterator(), false)
        .filter(node -> NAMED.contains(node.at("/role/value").asText()))
        .filter(node -> node.at("/name/value").asText().isBlank())
        .map(JsonNode::toString)
        .toList();
  }

  /** What went wrong in the page: exceptions, failed loads, and what its policy forbade. */
  public List<String> complaints() {
    var told = tools.events("Runtime.consoleAPICalled").filter(it -> isError(it.path("type")));
    var logged = tools.events("Log.entryAdded").filter(it -> isError(it.at("/entry/level")));
    return Stream.of(tools.events("Runtime.exceptionThrown"), told, logged)
        .flatMap(events -> events)
        .map(JsonNode::toString)
        .toList();
  }

  private static boolean isError(JsonNode level) {
    return level.asText().equals("error");
  }

  private JsonNode command(String method, Map<String, ?> parameters) {
    return tools.command(method, parameters);
  }

  private static String quoted(String text) {
    try {
      return DevTools.JSON.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

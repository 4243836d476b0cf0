package gantry.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import gantry.local.function.TraceId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A request as it came in, in the terms of API Gateway's payload 2.0. */
record Request(
    String id,
    Instant time,
    String method,
    String path,
    String rawQuery,
    Map<String, String> headers,
    List<String> cookies,
    String sourceIp,
    String protocol) {

  static Request of(HttpExchange exchange) {
    var uri = exchange.getRequestURI();
    var caller = exchange.getRemoteAddress().getAddress().getHostAddress();
    return new Request(
        UUID.randomUUID().toString(),
        Instant.now(),
        exchange.getRequestMethod(),
        // HTTP APIs hand the path over decoded, unlike REST APIs; found by others on live gateways.
        Optional.ofNullable(uri.getPath()).filter(path -> !path.isEmpty()).orElse("/"),
        Optional.ofNullable(uri.getRawQuery()).orElse(""),
        headers(exchange, caller),
        cookies(exchange),
        caller,
        exchange.getProtocol());
  }

  /** Lower-cased, repeated ones joined, cookies apart, and what API Gateway adds. */
  private static Map<String, String> headers(HttpExchange exchange, String caller) {
    var headers = new LinkedHashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    headers.remove("cookie");
    headers.put("x-amzn-trace-id", TraceId.root());
    headers.merge("x-forwarded-for", caller, (before, own) -> before + ", " + own);
    headers.put("x-forwarded-port", Integer.toString(exchange.getLocalAddress().getPort()));
    headers.put("x-forwarded-proto", "http");
    return headers;
  }

  private static List<String> cookies(HttpExchange exchange) {
    return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
        .flatMap(line -> Arrays.stream(line.split(";", -1)))
        .map(String::strip)
        .filter(cookie -> !cookie.isEmpty())
        .toList();
  }

  /** A header by its name; cookies count as one here, as identity sources of authorizers do. */
  Optional<String> header(String name) {
    if (name.equalsIgnoreCase("cookie")) {
      return Optional.of(String.join("; ", cookies)).filter(header -> !header.isEmpty());
    }
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Decoded parameters; the values of a repeated one are joined with commas. */
  Map<String, String> queryParameters() {
    var parameters = new LinkedHashMap<String, String>();
    pairs().forEach(pair -> parameters.merge(name(pair), value(pair), (a, b) -> a + "," + b));
    return parameters;
  }

  private Stream<String> pairs() {
    return Arrays.stream(rawQuery.split("&", -1)).filter(pair -> !pair.isEmpty());
  }

  private static String name(String pair) {
    var equals = pair.indexOf('=');
    return decode(equals < 0 ? pair : pair.substring(0, equals));
  }

  private static String value(String pair) {
    var equals = pair.indexOf('=');
    return equals < 0 ? "" : decode(pair.substring(equals + 1));
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a stray percent sign stands for itself
    }
  }
}

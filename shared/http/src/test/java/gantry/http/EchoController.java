package gantry.http;

import gantry.lambda.Invocation;
import gantry.lambda.RequestId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.Map;

/** Gives back what arrived. */
@Controller("/echo")
class EchoController {
  @Get("/path/{+rest}")
  Map<String, String> path(String rest) {
    return Map.of("rest", rest);
  }

  @Get("/query")
  Map<String, Object> query(
      @QueryValue String one, @QueryValue(defaultValue = "") List<String> many) {
    return Map.of("one", one, "many", many);
  }

  @Post("/bytes")
  @Consumes(MediaType.ALL)
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  byte[] bytes(@Body byte[] bytes) {
    return bytes;
  }

  @Post("/text")
  @Consumes(MediaType.ALL)
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  byte[] text(@Body String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  @Get("/ids")
  Map<String, String> ids() {
    return Map.of(
        "request", RequestId.current().orElse("none"),
        "invocation", Invocation.current().map(Invocation::id).orElse("none"));
  }

  @Get("/failing")
  String failing() {
    throw new IllegalStateException("on purpose");
  }

  @Get("/cached")
  HttpResponse<String> cached() {
    return HttpResponse.ok("public").header("Cache-Control", "public, max-age=60");
  }

  @Get("/address")
  String address(HttpRequest<?> request) {
    return GatewayEvent.clientAddress(request)
        .map(client -> client.address().getHostAddress())
        .orElse("none");
  }
}

package gantry.bench;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;

/** An HTTP function without work of its own. */
@Controller("/ping")
class PingController {
  @Get
  Map<String, String> ping() {
    return Map.of("answer", "pong");
  }
}

package gantry.http.input;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;

/** Takes bodies of several kinds. */
@Controller("/forms")
class FormsController {
  @Serdeable
  @RefusesUnknownFields
  record Topic(String topic) {}

  @Serdeable
  record Lenient(String topic) {}

  @Post("/strict")
  Topic strict(@Body Topic topic) {
    return topic;
  }

  @Post("/lenient")
  Lenient lenient(@Body Lenient topic) {
    return topic;
  }

  @Post("/any")
  Map<String, Object> any(@Body Map<String, Object> any) {
    return Map.of("members", any.size());
  }

  @BodyLimit(bytes = 10)
  @Post("/short")
  String shortOnes(@Body Map<String, Object> any) {
    return "short";
  }

  @BodyLimit(bytes = 2_000_000)
  @Consumes(MediaType.ALL)
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Post("/bytes")
  byte[] bytes(@Body byte[] bytes) {
    return bytes;
  }
}

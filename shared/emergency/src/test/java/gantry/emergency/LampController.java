package gantry.emergency;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

@WorksInEmergency
@Controller("/v1/lamp")
class LampController {
  @Post
  String light() {
    return "light";
  }
}

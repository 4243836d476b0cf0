package gantry.identity;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Map;

/** One door of each kind. */
@Controller("/doors")
class DoorsController {
  @Get("/forgotten")
  String forgotten() {
    return "open";
  }

  @Public
  @Get("/public")
  String open() {
    return "open";
  }

  @Get("/caller")
  Map<String, Object> caller(Caller caller) {
    return Map.of("user", caller.userId(), "tenant", caller.tenant());
  }

  @Post("/caller")
  String post(Caller caller, @Body String body) {
    return caller.userId();
  }

  @RequiresRole(Role.ADMIN)
  @Get("/admin")
  String admin() {
    return "open";
  }

  @RequiresRole({Role.ADMIN, Role.SERVICE})
  @Get("/staff")
  String staff(Caller caller) {
    return "open";
  }

  @RequiresRole({})
  @Get("/nobody")
  String nobody() {
    return "open";
  }
}

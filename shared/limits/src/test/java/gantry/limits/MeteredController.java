package gantry.limits;

import gantry.identity.Caller;
import gantry.identity.Public;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/metered")
class MeteredController {
  @Get("/{id}")
  String mine(Caller caller, String id) {
    return id;
  }

  @Public
  @Get("/open")
  String open() {
    return "open";
  }

  @GuessingGuarded
  @Get("/guess")
  String guess(Caller caller) {
    return "right";
  }
}

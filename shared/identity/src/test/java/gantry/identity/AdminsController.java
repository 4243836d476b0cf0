package gantry.identity;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Its annotation closes all its doors, the one marked public too. */
@RequiresRole(Role.ADMIN)
@Controller("/admins")
class AdminsController {
  @Get("/one")
  String one() {
    return "open";
  }

  @Public
  @Get("/public")
  String stillClosed() {
    return "open";
  }
}

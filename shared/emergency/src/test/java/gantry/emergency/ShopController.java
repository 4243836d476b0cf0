package gantry.emergency;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

@Controller("/v1")
class ShopController {
  @Get("/shop/{id}")
  String look(String id) {
    return id;
  }

  @Post("/shop")
  String buy() {
    return "bought";
  }

  @Post("/wish")
  @WorksWithoutDatabase
  String wish() {
    return "noted";
  }

  @Post("/shopping")
  String shopping() {
    return "listed";
  }
}

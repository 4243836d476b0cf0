package gantry.operations.page;

import gantry.emergency.WorksInEmergency;
import gantry.identity.Public;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page's files: nothing in them is anybody's, so that everybody may have them. */
@Controller("/operator")
@Public
@WorksInEmergency
@Hidden // the page's own, and no part of the API
class PageController {
  /** Our own files and our own API; no inline script, no text that becomes markup, no frame. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
          + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
          + "require-trusted-types-for 'script'; trusted-types 'none'";

  private static final String SCRIPT = "text/javascript; charset=utf-8";

  @Get(produces = "text/html; charset=utf-8")
  HttpResponse<String> page() {
    return HttpResponse.ok(file("page.html"))
        .header("Content-Security-Policy", POLICY)
        .header("Cross-Origin-Opener-Policy", "same-origin");
  }

  @Get(value = "/parts.js", produces = SCRIPT)
  HttpResponse<String> parts() {
    return HttpResponse.ok(file("parts.js"));
  }

  @Get(value = "/panels.js", produces = SCRIPT)
  HttpResponse<String> panels() {
    return HttpResponse.ok(file("panels.js"));
  }

  @Get(value = "/page.js", produces = SCRIPT)
  HttpResponse<String> script() {
    return HttpResponse.ok(file("page.js"));
  }

  @Get(value = "/page.css", produces = "text/css; charset=utf-8")
  HttpResponse<String> style() {
    return HttpResponse.ok(file("page.css"));
  }

  private static String file(String name) {
    try (var stream = PageController.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

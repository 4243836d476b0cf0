package gantry.problem;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkClientException;

/** A controller with everything that can go wrong in one. */
@Controller("/things")
class ThingsController {
  @Serdeable
  record Thing(@NotBlank String name, @Min(1) int count, @Valid List<Part> parts) {}

  @Serdeable
  record Part(@NotBlank String label) {}

  @Get("/{id}")
  Map<String, String> show(UUID id) {
    return Map.of("id", id.toString());
  }

  @Get
  Map<String, Integer> list(@QueryValue @Min(1) @Max(100) int limit) {
    return Map.of("limit", limit);
  }

  @Post
  HttpResponse<Thing> create(@Valid @Body Thing thing) {
    return HttpResponse.created(thing);
  }

  @Get("/taken")
  HttpResponse<?> taken() {
    return ProblemResponses.problem(HttpStatus.CONFLICT, "thing-taken", "Thing is taken", "No 7");
  }

  @Get("/absent")
  Optional<Thing> absent() {
    return Optional.empty();
  }

  @Get("/unwritable")
  Object unwritable() {
    return new Object();
  }

  @Get("/broken/{how}")
  String broken(String how) throws Throwable {
    throw switch (how) {
      case "aws" -> SdkClientException.create("secret", new ConnectException());
      case "host" -> new UncheckedIOException(new ConnectException("secret"));
      case "error" -> new StackOverflowError("secret");
      case "too-large" -> new HttpStatusException(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "secret");
      default -> new IllegalStateException("secret");
    };
  }
}

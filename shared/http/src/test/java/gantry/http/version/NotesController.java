package gantry.http.version;

import gantry.http.input.RefusesUnknownFields;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows the newest version of notes only, and relics that never had another. */
@Controller
class NotesController {
  @Serdeable
  @RefusesUnknownFields
  record Note(String title, @Nullable List<String> labels, @Nullable Long amount) {}

  @Post("/v3/notes")
  HttpResponse<Note> write(@Body Note note) {
    return HttpResponse.created(note);
  }

  @Get("/v3/notes/{id}")
  Note read(String id) {
    return new Note(id, List.of(), null);
  }

  @Get("/v2/relics/new")
  String relic() {
    return "new";
  }
}

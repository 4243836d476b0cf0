package gantry.webhooks.events;

import gantry.http.input.RefusesUnknownFields;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A wish to replay: why, and of many events those that pass the list's filters. */
@Serdeable
@RefusesUnknownFields
record ReplayRequest(
    @NotBlank @Size(max = 500) @Pattern(regexp = "[^\\x00-\\x1f\\x7f]*") @Nullable String reason,
    @Nullable Boolean dryRun,
    @Nullable String provider,
    @Nullable String state,
    @Nullable String type,
    @Nullable String resource,
    @Nullable String from,
    @Nullable String to,
    @Nullable String cursor) {
  /** The filters that are set, under their names in the list. */
  Map<String, String> filter() {
    var filter = new LinkedHashMap<String, String>();
    put(filter, "provider", provider);
    put(filter, "state", state);
    put(filter, "type", type);
    put(filter, "resource", resource);
    put(filter, "from", from);
    put(filter, "to", to);
    put(filter, "cursor", cursor);
    return filter;
  }

  private static void put(Map<String, String> filter, String name, @Nullable String value) {
    if (value != null) {
      filter.put(name, value);
    }
  }
}

package gantry.payments;

import gantry.http.input.RefusesUnknownFields;
import gantry.payments.claim.ResolveClaim.Decision;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an operator decides, and why. */
@Serdeable
@RefusesUnknownFields
record ResolveRequest(
    @NotBlank @Pattern(regexp = "CREDIT|REJECT") @Nullable String decision,
    @NotBlank @Size(max = 500) @Pattern(regexp = "[^\\x00-\\x1f\\x7f]*") @Nullable String note) {
  Decision.Kind kind() {
    return Decision.Kind.valueOf(String.valueOf(decision));
  }
}

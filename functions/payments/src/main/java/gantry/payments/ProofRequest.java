package gantry.payments;

import gantry.http.input.RefusesUnknownFields;
import gantry.payments.claim.ProvePayer.Proof;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A signature over the intent's text for the chain. */
@Serdeable
@RefusesUnknownFields
record ProofRequest(
    @NotBlank @Size(max = 40) @Nullable String chain,
    @NotBlank @Size(max = 100) @Nullable String address,
    @NotBlank @Size(max = 200) @Nullable String signature) {
  Proof proof() {
    return new Proof(String.valueOf(chain), String.valueOf(address), String.valueOf(signature));
  }
}

package gantry.payments;

import gantry.http.input.RefusesUnknownFields;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A hash, a signature or an explorer's address; its text appears nowhere else. */
@Serdeable
@RefusesUnknownFields
record ClaimRequest(@Nullable String transaction) {
  String text() {
    return transaction == null ? "" : transaction;
  }

  @Override
  public String toString() {
    return "ClaimRequest";
  }
}

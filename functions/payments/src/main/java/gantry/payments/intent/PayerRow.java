package gantry.payments.intent;

import gantry.chains.Address;
import gantry.chains.ChainId.Family;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

@MappedEntity("payments.payers")
record PayerRow(@Id UUID intent, String family, String address, Instant provedAt) {
  Address parsed() {
    return Address.parse(Family.valueOf(family), address).orElseThrow();
  }
}

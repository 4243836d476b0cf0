package gantry.payments.intent;

import gantry.chains.Address;
import gantry.chains.ChainId;
import gantry.payments.asset.Assets;
import gantry.payments.verdict.Terms.Option;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.util.UUID;

@MappedEntity("payments.options")
record OptionRow(
    @Id UUID intent,
    String chain,
    String asset,
    String recipient,
    BigDecimal units,
    boolean reserved,
    int position) {
  Option option() {
    var id = ChainId.parse(chain).orElseThrow();
    return new Option(
        Assets.find(id, asset).orElseThrow(),
        Address.parse(id.family(), recipient).orElseThrow(),
        units.toBigIntegerExact());
  }
}

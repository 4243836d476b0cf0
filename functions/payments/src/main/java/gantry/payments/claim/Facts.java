package gantry.payments.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.chains.Address;
import gantry.payments.asset.Amounts;
import gantry.payments.chain.Evidence;
import gantry.payments.verdict.Money;
import gantry.payments.verdict.Verdict.Sighting;
import gantry.providers.Json;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a verdict rests on, as it is kept and shown. Amounts are decimals of the asset. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Facts(
    @Nullable String chain,
    @Nullable String claimKey,
    @Nullable String asset,
    @Nullable String payer,
    @Nullable String received,
    @Nullable String required,
    @Nullable String surplus,
    @Nullable String shortBy,
    @Nullable Long confirmations,
    @Nullable Long requiredConfirmations,
    List<Observation> evidence) {
  static final Facts NONE =
      new Facts(null, null, null, null, null, null, null, null, null, null, List.of());

  public Facts {
    evidence = List.copyOf(evidence);
  }

  /** What one provider saw; the units are raw. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Observation(
      String provider, long block, @Nullable String index, @Nullable String units) {
    static Stream<Observation> of(Evidence evidence) {
      var height = evidence.block().height();
      var legs = evidence.inbound();
      return legs.isEmpty()
          ? Stream.of(new Observation(evidence.provider(), height, null, null))
          : legs.stream()
              .map(leg ->
                  new Observation(
                      evidence.provider(), height, leg.index(), leg.units().toString()));
    }
  }

  /** As it was kept. */
  static Facts read(Json json) {
    return new Facts(
        text(json, "chain"),
        text(json, "claimKey"),
        text(json, "asset"),
        text(json, "payer"),
        text(json, "received"),
        text(json, "required"),
        text(json, "surplus"),
        text(json, "shortBy"),
        number(json, "confirmations"),
        number(json, "requiredConfirmations"),
        json.at("evidence").items().stream().map(Facts::observation).toList());
  }

  private static Observation observation(Json json) {
    var block = number(json, "block");
    return new Observation(
        json.at("provider").text().orElse(""),
        block == null ? 0 : block,
        text(json, "index"),
        text(json, "units"));
  }

  private static @Nullable String text(Json json, String name) {
    return json.at(name).text().orElse(null);
  }

  private static @Nullable Long number(Json json, String name) {
    return json.at(name).integer().map(BigInteger::longValue).orElse(null);
  }

  static Facts of(Sighting sighting, @Nullable Money money) {
    return new Facts(
        sighting.chain().toString(),
        claimKey(sighting, money),
        money == null ? null : money.asset().code(),
        money == null ? null : payer(money),
        money == null ? null : Amounts.format(money.received(), money.asset()),
        money == null ? null : Amounts.format(money.required(), money.asset()),
        money == null ? null : Amounts.format(money.surplus(), money.asset()),
        money == null ? null : Amounts.format(money.shortBy(), money.asset()),
        sighting.confirmations(),
        sighting.requiredConfirmations(),
        sighting.evidence().stream().flatMap(Observation::of).toList());
  }

  /** With the leg where the transaction has others that may pay somebody else's intent. */
  private static String claimKey(Sighting sighting, @Nullable Money money) {
    var key = sighting.chain() + ":" + sighting.hash();
    if (money == null || money.legs().size() != 1) {
      return key;
    }
    return sighting.evidence().getFirst().inbound().size() > 1
        ? key + "/" + money.legs().getFirst().index()
        : key;
  }

  private static @Nullable String payer(Money money) {
    var payers = money.payers().stream().map(Address::display).sorted().toList();
    return payers.size() == 1 ? payers.getFirst() : null;
  }
}

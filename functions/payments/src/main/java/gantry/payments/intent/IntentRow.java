package gantry.payments.intent;

import gantry.chains.Address;
import gantry.chains.ChainId.Family;
import gantry.payments.intent.Intent.Lifetime;
import gantry.payments.intent.Intent.Origin;
import gantry.payments.intent.Intent.Payers;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@MappedEntity("payments.intents")
record IntentRow(
    @Id UUID id,
    String tenant,
    String userId,
    Origin origin,
    @Nullable String plan,
    @Nullable Integer days,
    @Nullable String statedPayer,
    @Nullable String statedPayerFamily,
    String nonce,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant creditedAt) {
  static IntentRow of(Intent intent) {
    var grant = intent.grant();
    var stated = intent.payers().stated();
    return new IntentRow(
        intent.id(),
        intent.owner().tenant(),
        intent.owner().userId(),
        intent.origin(),
        grant == null ? null : grant.plan(),
        grant == null ? null : (Integer) grant.days(),
        stated == null ? null : stated.toString(),
        stated == null ? null : Intent.familyOf(stated).name(),
        intent.payers().nonce(),
        intent.lifetime().createdAt(),
        intent.lifetime().expiresAt(),
        null);
  }

  Intent intent(List<OptionRow> options, List<PayerRow> payers) {
    return new Intent(
        id,
        new Owner(tenant, userId),
        origin,
        plan == null || days == null ? null : new Grant(plan, days),
        new Lifetime(createdAt, expiresAt, creditedAt != null),
        new Payers(stated(), proved(payers), nonce),
        options.stream().map(OptionRow::option).toList());
  }

  private @Nullable Address stated() {
    return statedPayer == null || statedPayerFamily == null
        ? null
        : Address.parse(Family.valueOf(statedPayerFamily), statedPayer).orElseThrow();
  }

  private static Map<Family, Address> proved(List<PayerRow> payers) {
    return payers.stream()
        .collect(Collectors.toMap(row -> Family.valueOf(row.family()), PayerRow::parsed));
  }
}

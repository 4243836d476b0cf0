package gantry.payments.intent;

import gantry.chains.Address;
import gantry.chains.ChainId;
import gantry.chains.EvmAddress;
import gantry.chains.SolanaAddress;
import gantry.chains.TronAddress;
import gantry.payments.verdict.PayerRule;
import gantry.payments.verdict.Terms.Option;
import gantry.payments.verdict.Terms.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is to pay, in one of several ways.
 *
 * @param grant null when the payment buys nothing that we hand out
 */
public record Intent(
    UUID id,
    Owner owner,
    Origin origin,
    @Nullable Grant grant,
    Lifetime lifetime,
    Payers payers,
    List<Option> options) {
  /** A payment on its way when the intent ends still counts. */
  public static final Duration GRACE = Duration.ofHours(1);

  /** Clocks of chains are no better. */
  public static final Duration SKEW = Duration.ofMinutes(2);

  public Intent {
    options = List.copyOf(options);
  }

  /** Who stated the terms; a back end vouches for what is submitted. */
  public enum Origin {
    USER,
    SERVICE
  }

  /** When it may be paid, and whether it was. */
  public record Lifetime(Instant createdAt, Instant expiresAt, boolean credited) {}

  /**
   * Who pays, as far as anybody knows.
   *
   * @param stated by the service; null when it did not
   * @param proved by signatures
   * @param nonce to be signed
   */
  public record Payers(
      @Nullable Address stated, Map<ChainId.Family, Address> proved, String nonce) {
    public Payers {
      proved = Map.copyOf(proved);
    }
  }

  Intent withOptions(List<Option> others) {
    return new Intent(id, owner, origin, grant, lifetime, payers, others);
  }

  public Window window() {
    return new Window(lifetime.createdAt().minus(SKEW), lifetime.expiresAt().plus(GRACE));
  }

  public List<Option> optionsOn(ChainId chain) {
    return options.stream().filter(option -> option.asset().chain().equals(chain)).toList();
  }

  /** What must be known of a payer on this kind of chain. */
  public PayerRule payerRule(ChainId.Family family) {
    if (payers.stated() != null) {
      return familyOf(payers.stated()) == family
          ? new PayerRule.Bound(payers.stated())
          : new PayerRule.Elsewhere();
    }
    var proved = payers.proved().get(family);
    if (proved != null) {
      return new PayerRule.Bound(proved);
    }
    return origin == Origin.SERVICE ? new PayerRule.Vouched() : new PayerRule.Unproven();
  }

  static ChainId.Family familyOf(Address address) {
    return switch (address) {
      case EvmAddress _ -> ChainId.Family.EVM;
      case SolanaAddress _ -> ChainId.Family.SOLANA;
      case TronAddress _ -> ChainId.Family.TRON;
    };
  }
}

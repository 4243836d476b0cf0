package gantry.tokenscan;

import gantry.chains.Address;
import gantry.chains.ChainId;
import gantry.chains.ChainId.Family;
import gantry.chains.EvmAddress;
import gantry.chains.SolanaAddress;
import gantry.chains.TronAddress;
import gantry.tokenscan.facts.Token;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody pasted, read without asking anybody. */
public sealed interface AskedToken {
  /** One token on one chain. */
  record Known(Token token) implements AskedToken {}

  /** An address that may be one on any chain of Ethereum's kind. */
  record OnSomeChain(String address) implements AskedToken {}

  /** Nothing that could be looked up. */
  record Refused(Refusal why) implements AskedToken {}

  /** Why not. */
  enum Refusal {
    INVALID_ADDRESS("invalid-address", "This is no token address of the chain"),
    UNKNOWN_CHAIN("unknown-chain", "The chain is not known by this name"),
    CHAIN_NOT_SUPPORTED("chain-not-supported", "TRON is not supported");

    private final String slug;
    private final String complaint;

    Refusal(String slug, String complaint) {
      this.slug = slug;
      this.complaint = complaint;
    }

    /** The type of the problem. */
    public String slug() {
      return slug;
    }

    public String complaint() {
      return complaint;
    }
  }

  static AskedToken of(String address, @Nullable String chain) {
    if (chain == null) {
      return withoutChain(address);
    }
    return ChainId.parse(chain)
        .map(id -> on(id, address))
        .orElseGet(() -> new Refused(Refusal.UNKNOWN_CHAIN));
  }

  private static AskedToken on(ChainId chain, String address) {
    Optional<? extends Address> parsed = Address.parse(chain.family(), address);
    if (parsed.isEmpty()) {
      return new Refused(Refusal.INVALID_ADDRESS);
    }
    return chain.family() == Family.TRON
        ? new Refused(Refusal.CHAIN_NOT_SUPPORTED)
        : new Known(new Token(chain.toString(), parsed.get().toString()));
  }

  /** TRON before Solana, whose addresses may be as long. */
  private static AskedToken withoutChain(String address) {
    var evm = EvmAddress.parse(address);
    if (evm.isPresent()) {
      return new OnSomeChain(evm.get().toString());
    }
    return TronAddress.parse(address).isPresent()
        ? new Refused(Refusal.CHAIN_NOT_SUPPORTED)
        : SolanaAddress.parse(address)
            .<AskedToken>map(
                mint -> new Known(new Token(ChainId.SOLANA.toString(), mint.toString())))
            .orElseGet(() -> new Refused(Refusal.INVALID_ADDRESS));
  }
}

package gantry.chains;

import java.util.Optional;

/** An account, contract or mint; equal when it is the same one, however it was written. */
public sealed interface Address permits EvmAddress, SolanaAddress, TronAddress {
  /** The form that wallets and explorers show. */
  String display();

  /** Empty when it is none of this family's, or its checksum is wrong. */
  static Optional<Address> parse(ChainId.Family family, String text) {
    return switch (family) {
      case EVM -> EvmAddress.parse(text).map(Address.class::cast);
      case SOLANA -> SolanaAddress.parse(text).map(Address.class::cast);
      case TRON -> TronAddress.parse(text).map(Address.class::cast);
    };
  }
}

package gantry.payments.asset;

import gantry.chains.Address;
import gantry.chains.ChainId;
import gantry.chains.ChainId.Family;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The assets we can tell. Contracts are from their issuers' lists; a symbol proves nothing. */
public final class Assets {
  private static final int DOLLAR = 6;

  private static final List<Asset> KNOWN =
      List.of(
          coin(ChainId.evm(1), "ETH", 18),
          token(ChainId.evm(1), "USDC", DOLLAR, "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48"),
          token(ChainId.evm(1), "USDT", DOLLAR, "0xdAC17F958D2ee523a2206206994597C13D831ec7"),
          coin(ChainId.evm(10), "ETH", 18),
          token(ChainId.evm(10), "USDC", DOLLAR, "0x0b2C639c533813f4Aa9D7837CAf62653d097Ff85"),
          token(ChainId.evm(10), "USDT", DOLLAR, "0x94b008aA00579c1307B0EF2c499aD98a8ce58e58"),
          coin(ChainId.evm(56), "BNB", 18),
          token(ChainId.evm(56), "USDC", 18, "0x8AC76a51cc950d9822D68b83fE1Ad97B32Cd580d"),
          token(ChainId.evm(56), "USDT", 18, "0x55d398326f99059fF775485246999027B3197955"),
          coin(ChainId.evm(137), "POL", 18),
          token(ChainId.evm(137), "USDC", DOLLAR, "0x3c499c542cEF5E3811e1192ce70d8cC03d5c3359"),
          token(ChainId.evm(137), "USDT", DOLLAR, "0xc2132D05D31c914a87C6611C10748AEb04B58e8F"),
          coin(ChainId.evm(8453), "ETH", 18),
          token(ChainId.evm(8453), "USDC", DOLLAR, "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913"),
          token(ChainId.evm(8453), "USDT", DOLLAR, "0xfde4C96c8593536E31F229EA8f37b2ADa2699bb2"),
          coin(ChainId.evm(42161), "ETH", 18),
          token(ChainId.evm(42161), "USDC", DOLLAR, "0xaf88d065e77c8cC2239327C5EDb3A432268e5831"),
          token(ChainId.evm(42161), "USDT", DOLLAR, "0xFd086bC7CD5C481DCC9C85ebE478A1C0b69FCbb9"),
          coin(ChainId.evm(43114), "AVAX", 18),
          token(ChainId.evm(43114), "USDC", DOLLAR, "0xB97EF9Ef8734C71904D8002F8b6Bc66Dd9c48a6E"),
          token(ChainId.evm(43114), "USDT", DOLLAR, "0x9702230A8Ea53601f5cD2dc00fDBc13d4dF4A8c7"),
          coin(ChainId.SOLANA, "SOL", 9),
          token(ChainId.SOLANA, "USDC", DOLLAR, "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v"),
          token(ChainId.SOLANA, "USDT", DOLLAR, "Es9vMFrzaCERmJfrF4H2FYD4KCoNkY11McCe8BenwNYB"),
          coin(ChainId.TRON, "TRX", 6),
          token(ChainId.TRON, "USDT", DOLLAR, "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"));

  private static final Map<Token, Asset> BY_TOKEN = new LinkedHashMap<>();

  static {
    KNOWN.forEach(asset -> BY_TOKEN.put(asset.token(), asset));
  }

  private Assets() {}

  public static Optional<Asset> of(Token token) {
    return Optional.ofNullable(BY_TOKEN.get(token));
  }

  public static Optional<Asset> find(ChainId chain, String code) {
    return KNOWN.stream()
        .filter(asset -> asset.chain().equals(chain) && asset.code().equals(code))
        .findFirst();
  }

  /** A chain's own; several have the same, with the same decimals. */
  public static Optional<Asset> coin(String code) {
    return KNOWN.stream()
        .filter(asset -> asset.token().isCoin() && asset.code().equals(code))
        .findFirst();
  }

  /** Whether anything on the chain can be paid with. */
  public static boolean isOn(ChainId chain) {
    return KNOWN.stream().anyMatch(asset -> asset.chain().equals(chain));
  }

  private static Asset coin(ChainId chain, String code, int decimals) {
    return new Asset(Token.coinOf(chain), code, decimals);
  }

  private static Asset token(ChainId chain, String code, int decimals, String contract) {
    return new Asset(new Token(chain, address(chain.family(), contract)), code, decimals);
  }

  private static Address address(Family family, String text) {
    return Address.parse(family, text).orElseThrow();
  }
}

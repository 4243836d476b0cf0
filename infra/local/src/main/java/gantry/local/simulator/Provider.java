package gantry.local.simulator;

import java.util.Arrays;
import java.util.Optional;

/**
 * A third-party API that the simulator plays; its base address is the simulator's with the name as
 * path.
 */
enum Provider {
  ETHERSCAN("etherscan", "ETHERSCAN_BASE_URL"),
  EVM_RPC("evm-rpc", "EVM_RPC_URLS"),
  SOLANA_RPC("solana-rpc", "SOLANA_RPC_URL"),
  SOLSCAN("solscan", "SOLSCAN_BASE_URL"),
  TRONSCAN("tronscan", "TRONSCAN_BASE_URL"),
  TRONGRID("trongrid", "TRONGRID_BASE_URL"),
  GOPLUS("goplus", "GOPLUS_BASE_URL"),
  HONEYPOT("honeypot", "HONEYPOT_BASE_URL"),
  RUGCHECK("rugcheck", "RUGCHECK_BASE_URL"),
  LEMONSQUEEZY("lemonsqueezy", "LEMONSQUEEZY_BASE_URL"),
  STRIPE("stripe", "STRIPE_BASE_URL"),
  SLACK("slack", "SLACK_BASE_URL"),
  PAGERDUTY("pagerduty", "PAGERDUTY_BASE_URL"),
  SES("ses", "SES_BASE_URL");

  final String path;
  final String variable;

  Provider(String path, String variable) {
    this.path = path;
    this.variable = variable;
  }

  static Optional<Provider> named(String name) {
    return Arrays.stream(values()).filter(provider -> provider.path.equals(name)).findFirst();
  }

  /** The provider that a request to the simulator is meant for; SES' client drops its path. */
  static Optional<Provider> ofUrl(String url) {
    if (url.equals("/")) {
      return Optional.of(SES);
    }
    return Arrays.stream(values())
        .filter(provider -> url.matches("/" + provider.path + "([/?].*)?"))
        .findFirst();
  }
}

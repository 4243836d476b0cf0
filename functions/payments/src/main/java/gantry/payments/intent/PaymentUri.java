package gantry.payments.intent;

import gantry.chains.ChainId;
import gantry.payments.asset.Amounts;
import gantry.payments.asset.Asset;
import gantry.payments.verdict.Terms.Option;

/** What wallets open: EIP-681, Solana Pay, and {@code tron:}, which has no standard. */
final class PaymentUri {
  private PaymentUri() {}

  static String of(Option option) {
    return switch (option.asset().chain().family()) {
      case EVM -> evm(option, option.asset().chain());
      case SOLANA -> solana(option);
      case TRON -> tron(option);
    };
  }

  private static String evm(Option option, ChainId chain) {
    var recipient = option.recipient().display();
    return option.asset().token().isCoin()
        ? "ethereum:" + recipient + "@" + chain.reference() + "?value=" + option.units()
        : "ethereum:"
            + contract(option.asset())
            + "@"
            + chain.reference()
            + "/transfer?address="
            + recipient
            + "&uint256="
            + option.units();
  }

  private static String solana(Option option) {
    var uri = "solana:" + option.recipient() + "?amount=" + amount(option);
    return option.asset().token().isCoin() ? uri : uri + "&spl-token=" + contract(option.asset());
  }

  private static String tron(Option option) {
    var uri = "tron:" + option.recipient() + "?amount=" + amount(option);
    return option.asset().token().isCoin() ? uri : uri + "&token=" + contract(option.asset());
  }

  private static String amount(Option option) {
    return Amounts.format(option.units(), option.asset());
  }

  private static String contract(Asset asset) {
    var contract = asset.token().contract();
    return contract == null ? "" : contract.display();
  }
}

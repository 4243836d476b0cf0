package gantry.payments.intent;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.chains.Address;
import gantry.chains.ChainId;
import gantry.payments.asset.Amounts;
import gantry.payments.asset.Assets;
import gantry.payments.verdict.Terms.Option;
import io.nayuki.qrcodegen.QrCode;
import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

/** What wallets open: EIP-681 and Solana Pay to the letter, and {@code tron:}. */
class OptionViewTest {
  private static final Pattern MODULE = Pattern.compile("M(\\d+),(\\d+)h1v1h-1z");
  private static final int BORDER = 4;

  @ParameterizedTest
  @CsvSource({
    "eip155:1, ETH, 0.01,"
        + " ethereum:0xF6ada9364B7D5d1836D2B7DaD9320C921c31399B@1?value=10000000000000000",
    "eip155:1, USDT, 25.000137,"
        + " ethereum:0xdAC17F958D2ee523a2206206994597C13D831ec7@1/transfer"
        + "?address=0xF6ada9364B7D5d1836D2B7DaD9320C921c31399B&uint256=25000137",
    "eip155:56, USDC, 25,"
        + " ethereum:0x8AC76a51cc950d9822D68b83fE1Ad97B32Cd580d@56/transfer"
        + "?address=0xF6ada9364B7D5d1836D2B7DaD9320C921c31399B&uint256=25000000000000000000",
    "solana:mainnet, SOL, 0.5, solana:B1ybzdGNPRAXDfXLSeBnVhXYKnLhG47u7pP321p6Qk2J?amount=0.5",
    "solana:mainnet, USDC, 25,"
        + " solana:B1ybzdGNPRAXDfXLSeBnVhXYKnLhG47u7pP321p6Qk2J?amount=25"
        + "&spl-token=EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v",
    "tron:mainnet, TRX, 90, tron:TV4Pjm67Yre9qgZ1GqCwNMfmijKmsAaqd5?amount=90",
    "tron:mainnet, USDT, 25.1,"
        + " tron:TV4Pjm67Yre9qgZ1GqCwNMfmijKmsAaqd5?amount=25.1"
        + "&token=TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"
  })
  void aWalletOpensTheExactPayment(String chain, String code, String amount, String uri) {
    assertThat(OptionView.of(option(chain, code, amount)).uri()).isEqualTo(uri);
  }

  @Test
  void theCodeShowsTheAddressModuleByModule() throws Exception {
    var view = OptionView.of(option("eip155:1", "USDT", "25.000137"));
    var code = QrCode.encodeText(view.uri(), QrCode.Ecc.MEDIUM);

    var svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(view.qrSvg())))
            .getDocumentElement();

    assertThat(svg.getAttribute("viewBox"))
        .isEqualTo("0 0 %1$d %1$d".formatted(code.size + 2 * BORDER));
    var drawn = new boolean[code.size][code.size];
    MODULE
        .matcher(view.qrSvg())
        .results()
        .forEach(it -> drawn[number(it.group(2))][number(it.group(1))] = true);
    for (var y = 0; y < code.size; y++) {
      for (var x = 0; x < code.size; x++) {
        assertThat(drawn[y][x]).isEqualTo(code.getModule(x, y));
      }
    }
  }

  private static int number(String coordinate) {
    return Integer.parseInt(coordinate) - BORDER;
  }

  private static Option option(String chain, String code, String amount) {
    var id = ChainId.parse(chain).orElseThrow();
    var asset = Assets.find(id, code).orElseThrow();
    var recipient =
        switch (id.family()) {
          case EVM -> "0xf6ada9364b7d5d1836d2b7dad9320c921c31399b";
          case SOLANA -> "B1ybzdGNPRAXDfXLSeBnVhXYKnLhG47u7pP321p6Qk2J";
          case TRON -> "TV4Pjm67Yre9qgZ1GqCwNMfmijKmsAaqd5";
        };
    return new Option(
        asset,
        Address.parse(id.family(), recipient).orElseThrow(),
        Amounts.parse(amount, asset).orElseThrow());
  }
}

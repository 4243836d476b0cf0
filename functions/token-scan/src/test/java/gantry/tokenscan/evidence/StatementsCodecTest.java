package gantry.tokenscan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gantry.tokenscan.Document;
import gantry.tokenscan.facts.Facts;
import gantry.tokenscan.facts.Identity;
import gantry.tokenscan.facts.Silence;
import gantry.tokenscan.facts.Source;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Statement.Silent;
import gantry.tokenscan.facts.Token;
import gantry.tokenscan.schema.GoPlusAnswer;
import gantry.tokenscan.schema.RugCheckAnswer;
import io.micronaut.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsCodecTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123Z");
  private static final Token MINT =
      new Token("solana:mainnet", "92ZRdYx8J4VFE3VteyNDKzd9Lo1sTSuDfVpLPQX9MUfA");

  private final StatementsCodec codec = new StatementsCodec(JsonMapper.createDefault());

  @ParameterizedTest
  @ValueSource(strings = {"clean", "usdt", "honeypot-without-owner", "unverified-proxy", "pepe"})
  void anAnswerComesBackAsItWas(String name) {
    var document = Document.named("goplus/" + name).json();
    var address = document.at("result").members().keySet().iterator().next();

    comesBack(GoPlusAnswer.read(document, new Token("eip155:1", address), NOW));
  }

  @Test
  void soDoAnAnswerAboutAMintAndSilence() {
    comesBack(GoPlusAnswer.read(Document.named("goplus/solana").json(), MINT, NOW));
    comesBack(RugCheckAnswer.read(Document.named("rugcheck/clean").json(), MINT, NOW));
    comesBack(new Answered(Source.GOPLUS, NOW, Identity.NONE, Facts.NONE));
    comesBack(new Silent(Source.GOPLUS, NOW, Silence.THROTTLED));
  }

  @Test
  void soDoesAListThatIsIncomplete() {
    var address = "0xf6ada9364b7d5d1836d2b7dad9320c921c31399b";
    var document = Document.named("goplus/clean").without("result", address, "holders");

    comesBack(GoPlusAnswer.read(document.json(), new Token("eip155:8453", address), NOW));
  }

  @Test
  void whatSaysNothingIsNotRead() {
    var nothing = "[{\"source\":\"GOPLUS\",\"at\":\"2026-11-21T12:00:00Z\"}]";

    assertThatThrownBy(() -> codec.decode(nothing.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(RuntimeException.class);
  }

  private void comesBack(Statement statement) {
    assertThat(codec.decode(codec.encode(List.of(statement))))
        .usingRecursiveComparison()
        .isEqualTo(List.of(statement));
  }
}

package gantry.tokenscan;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Token;
import gantry.tokenscan.judgement.JudgeToken;
import gantry.tokenscan.judgement.Thresholds;
import gantry.tokenscan.lookalike.PinnedTokens;
import gantry.tokenscan.schema.GoPlusAnswer;
import gantry.tokenscan.schema.HoneypotAnswer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskCardTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Token TOKEN =
      new Token("eip155:8453", "0xf6ada9364b7d5d1836d2b7dad9320c921c31399b");
  private static final JudgeToken JUDGE =
      new JudgeToken(PinnedTokens.bundled(), Thresholds.STANDARD);

  @Test
  void whatTwoSourcesSayStandsThereOnce() {
    List<Statement> said =
        List.of(
            GoPlusAnswer.read(Document.named("goplus/clean").json(), TOKEN, NOW),
            HoneypotAnswer.read(Document.named("honeypot/clean").json(), TOKEN, NOW));

    var card = RiskCard.of(List.of(RiskView.of(JUDGE.judge(TOKEN, said), NOW)));

    assertThat(card).containsOnlyOnce("The source says that it could be sold.");
  }
}

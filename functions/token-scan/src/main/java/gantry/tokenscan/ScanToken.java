package gantry.tokenscan;

import gantry.providers.Deadline;
import gantry.tokenscan.facts.Token;
import gantry.tokenscan.judgement.Assessment;
import gantry.tokenscan.judgement.JudgeToken;
import gantry.tokenscan.source.AskSources;
import jakarta.inject.Singleton;

/** Asks the sources about one token and judges what they say. */
@Singleton
final class ScanToken {
  private final AskSources sources;
  private final JudgeToken judge;

  ScanToken(AskSources sources, JudgeToken judge) {
    this.sources = sources;
    this.judge = judge;
  }

  Assessment scan(Token token, Deadline deadline) {
    return judge.judge(token, sources.about(token, deadline));
  }
}

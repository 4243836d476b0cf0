package gantry.tokenscan;

import gantry.providers.Deadline;
import gantry.tokenscan.evidence.GatherEvidence;
import gantry.tokenscan.facts.Token;
import gantry.tokenscan.judgement.Assessment;
import gantry.tokenscan.judgement.JudgeToken;
import jakarta.inject.Singleton;

/** Judges what is said about one token. */
@Singleton
final class ScanToken {
  private final GatherEvidence evidence;
  private final JudgeToken judge;

  ScanToken(GatherEvidence evidence, JudgeToken judge) {
    this.evidence = evidence;
    this.judge = judge;
  }

  Assessment scan(Token token, Deadline deadline) {
    return judge.judge(token, evidence.about(token, deadline));
  }
}

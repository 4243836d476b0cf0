package gantry.tokenscan;

import gantry.tokenscan.judgement.JudgeToken;
import gantry.tokenscan.lookalike.PinnedTokens;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class TokenScanFactory {
  @Singleton
  JudgeToken judge(TokenScanConfig config) {
    return new JudgeToken(PinnedTokens.bundled(), config.thresholds());
  }
}

package gantry.tokenscan;

import gantry.providers.Deadline;
import gantry.tokenscan.judgement.Assessment;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Judges what was asked for: one token, or the same address wherever it is one. */
@Singleton
public final class AssessToken {
  /** Who waits for somebody else's question may have to ask himself afterwards. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final ScanToken scanToken;
  private final FindToken findToken;
  private final Clock clock;

  AssessToken(ScanToken scanToken, FindToken findToken, Clock clock) {
    this.scanToken = scanToken;
    this.findToken = findToken;
    this.clock = clock;
  }

  /** None for what was refused. */
  public List<RiskView> assess(AskedToken asked) {
    var deadline = Deadline.in(LONGEST);
    var begun = clock.instant();
    return assessed(asked, deadline).stream().map(risk -> RiskView.of(risk, begun)).toList();
  }

  private List<Assessment> assessed(AskedToken asked, Deadline deadline) {
    return switch (asked) {
      case AskedToken.Known(var token) -> List.of(scanToken.scan(token, deadline));
      case AskedToken.OnSomeChain(var address) -> findToken.find(address, deadline);
      case AskedToken.Refused _ -> List.of();
    };
  }
}

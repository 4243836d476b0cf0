package gantry.tokenscan.source;

import gantry.meter.Quota;
import gantry.providers.Answer;
import gantry.providers.CallLimits;
import gantry.providers.Deadline;
import gantry.providers.Json;
import gantry.providers.Outcome;
import gantry.providers.Outcome.Reason;
import gantry.providers.Outcome.Unavailable;
import gantry.providers.ProviderClient;
import gantry.providers.ProviderRequest;
import gantry.tokenscan.facts.Silence;
import gantry.tokenscan.facts.Source;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Statement.Silent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;

/** Asks one source one question; whatever is no answer to it is silence. */
final class SourceCall {
  private final Source source;
  private final ProviderClient provider;
  private final Clock clock;

  SourceCall(Source source, ProviderClient provider, Clock clock) {
    this.source = source;
    this.provider = provider;
    this.clock = clock;
  }

  /** Two attempts fit into what a user waits for; work in the background waits for its turn. */
  static CallLimits limits(int perMinute, int atOnce) {
    return CallLimits.DEFAULT
        .within(Duration.ofMinutes(1), Duration.ofSeconds(2))
        .withBytes(4 << 20)
        .withPace(
            new Quota(atOnce, Duration.ofMinutes(1).multipliedBy(atOnce).dividedBy(perMinute)));
  }

  Statement ask(
      ProviderRequest request, Deadline deadline, BiFunction<Json, Instant, Statement> reader) {
    return switch (provider.call(request, deadline)) {
      case Answer answer when answer.isSuccess() ->
          answer
              .json()
              .map(json -> reader.apply(json, clock.instant()))
              .orElseGet(() -> silent(Silence.UNAVAILABLE));
      case Answer answer when answer.status() == 404 -> silent(Silence.NOT_FOUND);
      case Outcome.Unavailable(var reason) when reason == Reason.THROTTLED ->
          silent(Silence.THROTTLED);
      case Answer _, Unavailable _ -> silent(Silence.UNAVAILABLE);
    };
  }

  private Statement silent(Silence why) {
    return new Silent(source, clock.instant(), why);
  }
}

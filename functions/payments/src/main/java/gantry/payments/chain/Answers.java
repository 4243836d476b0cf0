package gantry.payments.chain;

import gantry.providers.Answer;
import gantry.providers.Deadline;
import gantry.providers.Json;
import gantry.providers.Outcome.Unavailable;
import gantry.providers.ProviderClient;
import gantry.providers.ProviderRequest;
import gantry.providers.RpcOutcome;
import gantry.providers.RpcOutcome.Refused;
import gantry.providers.RpcOutcome.Result;

/** What a provider answered; whatever is none ends the lookup with a {@code NoAnswerException}. */
public final class Answers {
  private Answers() {}

  /** The object in a good answer. */
  public static Json object(ProviderClient provider, ProviderRequest request, Deadline deadline) {
    return switch (provider.call(request, deadline)) {
      case Answer answer when answer.isSuccess() ->
          answer.json().filter(Json::isObject).orElseThrow(NoAnswerException::down);
      case Answer _ -> throw NoAnswerException.down();
      case Unavailable(var reason) -> throw NoAnswerException.of(reason);
    };
  }

  /** What a node answered; may be null in JSON. */
  public static Json result(RpcOutcome outcome) {
    return switch (outcome) {
      case Result(var value) -> value;
      case Refused _ -> throw NoAnswerException.down();
      case Unavailable(var reason) -> throw NoAnswerException.of(reason);
    };
  }
}

package gantry.tokenscan.schema;

import gantry.providers.Json;
import gantry.tokenscan.facts.Identity;
import gantry.tokenscan.facts.Silence;
import gantry.tokenscan.facts.Source;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Statement.Silent;
import gantry.tokenscan.facts.Token;
import java.time.Instant;

/** GoPlus' envelope: its verdict on the call is a code in the body, the status is always 200. */
public final class GoPlusAnswer {
  private GoPlusAnswer() {}

  /** What it says about this token, and nothing about any other. */
  public static Statement read(Json body, Token token, Instant at) {
    return switch (code(body)) {
      case "1" -> result(body.at("result"), token, at);
      case "2" -> silent(Silence.STILL_ANALYSING, at);
      case "2018" -> silent(Silence.UNSUPPORTED_CHAIN, at);
      case "2020" -> silent(Silence.NOT_A_CONTRACT, at);
      case "2021" -> silent(Silence.NOT_FOUND, at);
      case "4029" -> silent(Silence.THROTTLED, at);
      default -> silent(Silence.UNAVAILABLE, at);
    };
  }

  public static String code(Json body) {
    return body.at("code").scalar().orElse("");
  }

  private static Statement result(Json result, Token token, Instant at) {
    var entry = result.at(token.address());
    if (!entry.isAbsent()) {
      return entry.members().isEmpty()
          ? silent(Silence.NOT_FOUND, at)
          : new Answered(
              Source.GOPLUS,
              at,
              token.isSolana() ? solanaIdentity(entry) : evmIdentity(entry),
              token.isSolana()
                  ? new GoPlusSolana(entry, at).facts()
                  : new GoPlusEvm(entry, at).facts());
    }
    var saysNothing = result.isNull() || (result.isObject() && result.members().isEmpty());
    return silent(saysNothing ? Silence.NOT_FOUND : Silence.UNAVAILABLE, at);
  }

  private static Identity evmIdentity(Json entry) {
    return new Identity(Fields.text(entry.at("token_name")), Fields.text(entry.at("token_symbol")));
  }

  private static Identity solanaIdentity(Json entry) {
    return new Identity(
        Fields.text(entry.at("metadata", "name")), Fields.text(entry.at("metadata", "symbol")));
  }

  private static Silent silent(Silence why, Instant at) {
    return new Silent(Source.GOPLUS, at, why);
  }
}

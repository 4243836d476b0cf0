package gantry.tokenscan.schema;

import gantry.providers.Json;
import gantry.tokenscan.facts.Facts;
import gantry.tokenscan.facts.Identity;
import gantry.tokenscan.facts.Silence;
import gantry.tokenscan.facts.Source;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Statement.Silent;
import gantry.tokenscan.facts.Token;
import gantry.tokenscan.facts.Topic;
import gantry.tokenscan.facts.Truth;
import gantry.tokenscan.facts.Warning;
import gantry.tokenscan.facts.Warning.Grade;
import java.time.Instant;

/** honeypot.is bought and sold in a simulation: taxes in percent, only warnings if that failed. */
public final class HoneypotAnswer {
  private HoneypotAnswer() {}

  /** What it says about this token, and nothing about any other. */
  public static Statement read(Json body, Token token, Instant at) {
    return isAbout(body, token)
        ? new Answered(Source.HONEYPOT_IS, at, identity(body), facts(body))
        : new Silent(Source.HONEYPOT_IS, at, Silence.UNAVAILABLE);
  }

  private static boolean isAbout(Json body, Token token) {
    var chain = "eip155:" + body.at("chain", "id").scalar().orElse("");
    return Fields.text(body.at("token", "address")).equalsIgnoreCase(token.address())
        && chain.equals(token.chain());
  }

  private static Identity identity(Json body) {
    return new Identity(
        Fields.text(body.at("token", "name")), Fields.text(body.at("token", "symbol")));
  }

  /** What it warns of counts also when the simulation failed; good news and taxes do not. */
  private static Facts facts(Json body) {
    var code = body.at("contractCode");
    var simulated = Fields.truth(body.at("simulationSuccess")) == Truth.YES;
    var honeypot = honeypot(body);
    var facts =
        new Facts.Builder()
            .truth(Topic.NOT_VERIFIED, Fields.truth(code.at("openSource")).not())
            .truth(Topic.PROXY, Fields.truth(code.at("isProxy")))
            .truth(Topic.HONEYPOT, simulated ? honeypot : honeypot.onlyYes());
    warn(Fields.text(body.at("summary", "risk")), facts);
    if (simulated) {
      tax(body.at("simulationResult"), facts);
    }
    return facts.build();
  }

  private static void warn(String risk, Facts.Builder facts) {
    switch (risk) {
      case "high", "very_high" -> facts.warning(new Warning(Grade.DANGER, "risk " + risk));
      case "medium" -> facts.warning(new Warning(Grade.WARN, "risk " + risk));
      default -> {
        // The others add nothing to what the simulation says.
      }
    }
  }

  private static void tax(Json simulation, Facts.Builder facts) {
    facts
        .number(Topic.SELL_TAX, Fields.percent(simulation.at("sellTax")))
        .number(Topic.BUY_TAX, Fields.percent(simulation.at("buyTax")))
        .number(Topic.TRANSFER_TAX, Fields.percent(simulation.at("transferTax")));
  }

  private static Truth honeypot(Json body) {
    return Fields.text(body.at("summary", "risk")).equals("honeypot")
        ? Truth.YES
        : Fields.truth(body.at("honeypotResult", "isHoneypot"));
  }
}

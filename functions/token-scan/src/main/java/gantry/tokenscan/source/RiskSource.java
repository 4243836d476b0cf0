package gantry.tokenscan.source;

import gantry.providers.Deadline;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Token;

/** Somebody who may know a token. */
interface RiskSource {
  boolean covers(Token token);

  Statement ask(Token token, Deadline deadline);
}

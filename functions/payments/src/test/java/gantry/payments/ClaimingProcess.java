package gantry.payments;

import gantry.payments.claim.SubmitClaim;
import gantry.payments.intent.Intents;
import java.util.UUID;

/**
 * A process that submits claims until it is killed: intent and hash by turns on its command line.
 */
final class ClaimingProcess {
  private ClaimingProcess() {}

  public static void main(String[] arguments) {
    var context =
        TestPayments.context(arguments[0], arguments[1], arguments[2], arguments[3], arguments[4]);
    var intents = context.getBean(Intents.class);
    var submitClaim = context.getBean(SubmitClaim.class);
    for (var i = 5; i < arguments.length; i += 2) {
      var intent = intents.find(UUID.fromString(arguments[i])).orElseThrow();
      submitClaim.submit(intent, arguments[i + 1]);
    }
  }
}

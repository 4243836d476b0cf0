package gantry.webhooks.receiver;

import gantry.webhooks.payload.Provider;
import gantry.webhooks.signature.SignatureScheme;
import gantry.webhooks.signature.TimeWindow;
import gantry.webhooks.signature.VerifySignature;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Each provider's scheme with its time window. */
record Verifiers(Map<Provider, VerifySignature> byProvider) {
  static Verifiers of(ReceiverConfig config) {
    return new Verifiers(
        Arrays.stream(Provider.values())
            .collect(
                Collectors.toMap(Function.identity(), provider -> verifier(provider, config))));
  }

  private static VerifySignature verifier(Provider provider, ReceiverConfig config) {
    return new VerifySignature(
        SignatureScheme.of(provider), new TimeWindow(config.tolerance(provider)));
  }

  VerifySignature of(Provider provider) {
    var verifier = byProvider.get(provider);
    if (verifier == null) {
      throw new IllegalStateException("No verifier for " + provider);
    }
    return verifier;
  }
}

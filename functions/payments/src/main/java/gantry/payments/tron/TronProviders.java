package gantry.payments.tron;

import gantry.payments.chain.ChainProviders;
import gantry.providers.Providers;
import gantry.secrets.Secrets;
import java.time.Clock;
import java.util.List;

/** Tronscan, then TronGrid. */
public final class TronProviders {
  private TronProviders() {}

  public static ChainProviders of(
      TronConfig config, Providers providers, Secrets secrets, Clock clock) {
    return ChainProviders.always(
        List.of(
            new TronscanClient(providers, config, secrets),
            new TronGridClient(providers, config, secrets, clock)));
  }
}

package gantry.payments.tron;

import gantry.payments.chain.ChainProvider;
import gantry.providers.Providers;
import gantry.secrets.Secrets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Tronscan, then TronGrid. */
public final class TronProviders {
  private TronProviders() {}

  public static List<ChainProvider> of(
      TronConfig config, Providers providers, Secrets secrets, Clock clock) {
    var all = new ArrayList<ChainProvider>();
    if (!config.tronscanBaseUrl().isEmpty()) {
      all.add(new TronscanClient(providers, config, secrets));
    }
    if (!config.trongridBaseUrl().isEmpty()) {
      all.add(new TronGridClient(providers, config, secrets, clock));
    }
    return all;
  }
}

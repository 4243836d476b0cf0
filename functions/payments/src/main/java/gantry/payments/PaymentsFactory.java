package gantry.payments;

import gantry.aws.CallLimits;
import gantry.payments.chain.ChainProviders;
import gantry.payments.claim.QueueConfig;
import gantry.payments.claim.WatchPolicy;
import gantry.payments.evm.EvmProviders;
import gantry.payments.intent.Catalog;
import gantry.payments.intent.CatalogReader;
import gantry.payments.solana.SolanaProviders;
import gantry.payments.tron.TronProviders;
import gantry.payments.verdict.Thresholds;
import gantry.providers.Providers;
import gantry.secrets.Secrets;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.sqs.SqsClient;

@Factory
final class PaymentsFactory {
  @Singleton
  @Bean(preDestroy = "close")
  SqsClient sqs() {
    return CallLimits.BRIEF.build(SqsClient.builder());
  }

  @Singleton
  Catalog catalog(PaymentsConfig config) {
    return CatalogReader.read(config.products(), config.recipients(), config.intentLifetime());
  }

  @Singleton
  WatchPolicy watchPolicy(PaymentsConfig config) {
    return new WatchPolicy(config.watchFor(), config.recheckAfter());
  }

  @Singleton
  QueueConfig queues(PaymentsConfig config) {
    return new QueueConfig(config.watchQueueUrl(), config.grantsQueueUrl());
  }

  @Singleton
  Thresholds thresholds(PaymentsConfig config) {
    return ChainSettings.thresholds(config);
  }

  /** In the order in which they are asked. */
  @Singleton
  ChainProviders chainProviders(
      PaymentsConfig config, Providers providers, Secrets secrets, Clock clock) {
    return ChainProviders.inOrder(
        EvmProviders.of(ChainSettings.evm(config), providers, secrets, clock),
        SolanaProviders.of(config.solscan(), providers, secrets),
        TronProviders.of(ChainSettings.tron(config), providers, secrets, clock));
  }
}

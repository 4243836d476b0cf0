package gantry.fakefollowers;

import gantry.aws.CallLimits;
import gantry.fakefollowers.classic.ScoreClassic;
import gantry.fakefollowers.model.ScoreFollower;
import gantry.fakefollowers.names.KnownNames;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.sqs.SqsClient;

@Factory
final class FollowersFactory {
  private static final CallLimits LIMITS =
      new CallLimits(Duration.ofSeconds(1), Duration.ofSeconds(8), Duration.ofSeconds(15));

  @Singleton
  @Bean(preDestroy = "close")
  SqsClient sqs() {
    return LIMITS.build(SqsClient.builder());
  }

  @Singleton
  @Bean(preDestroy = "close")
  KinesisClient kinesis() {
    return LIMITS.build(KinesisClient.builder());
  }

  @Singleton
  KnownNames names(NameListConfig config) throws IOException {
    return config.list() == null || config.list().isBlank()
        ? KnownNames.shipped()
        : KnownNames.with(NameListClient.read(config.list()));
  }

  @Singleton
  ScoreClassic classic(KnownNames names) {
    return new ScoreClassic(names.own());
  }

  @Singleton
  ScoreFollower v2(KnownNames names) {
    return new ScoreFollower(names);
  }
}

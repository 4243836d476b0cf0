package gantry.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** LocalStack in Docker, once per JVM; without a Docker daemon its tests are skipped. */
final class LocalStack {
  private static @Nullable LocalStackContainer container;

  private LocalStack() {}

  /** Points a client at it. */
  static <B extends AwsClientBuilder<B, ?>> B client(B builder) {
    var running = container();
    return builder
        .endpointOverride(running.getEndpoint())
        .region(Region.of(running.getRegion()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(running.getAccessKey(), running.getSecretKey())));
  }

  private static synchronized LocalStackContainer container() {
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "LocalStack: skipped, this machine has no Docker daemon");
    if (container == null) {
      // Testcontainers removes it when this JVM has ended.
      container = new LocalStackContainer(image()).withServices("sqs", "kinesis");
      container.start();
    }
    return container;
  }

  private static DockerImageName image() {
    return DockerImageName.parse(System.getProperty("localstack.image"))
        .asCompatibleSubstituteFor("localstack/localstack");
  }
}

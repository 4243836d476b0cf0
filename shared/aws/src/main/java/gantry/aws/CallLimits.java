package gantry.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * How long a client of AWS may take, where the SDK's own defaults would outlast the invocation.
 *
 * @param connect to open a connection
 * @param attempt for one try, and for any silence within it
 * @param call for all tries together
 */
public record CallLimits(Duration connect, Duration attempt, Duration call) {
  /** For a call that somebody waits for. */
  public static final CallLimits BRIEF =
      new CallLimits(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));

  /** The client, over the HTTP client with the quickest cold start. */
  public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(B builder) {
    return builder
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(connect).socketTimeout(attempt))
        .overrideConfiguration(
            override -> override.apiCallAttemptTimeout(attempt).apiCallTimeout(call))
        .build();
  }
}

package gantry.testing;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;

class LocalStackKinesisContractTest extends KinesisContract {
  @Override
  KinesisClient client() {
    return LocalStack.client(KinesisClient.builder())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}

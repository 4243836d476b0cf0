package gantry.testing;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;

class LocalStackSqsContractTest extends SqsContract {
  @Override
  SqsClient client() {
    return LocalStack.client(SqsClient.builder())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}

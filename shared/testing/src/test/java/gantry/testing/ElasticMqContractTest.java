package gantry.testing;

import software.amazon.awssdk.services.sqs.SqsClient;

class ElasticMqContractTest extends SqsContract {
  @Override
  SqsClient client() {
    return SqsServer.shared().client();
  }
}

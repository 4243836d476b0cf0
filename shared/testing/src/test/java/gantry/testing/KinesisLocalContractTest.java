package gantry.testing;

import software.amazon.awssdk.services.kinesis.KinesisClient;

class KinesisLocalContractTest extends KinesisContract {
  @Override
  KinesisClient client() {
    return KinesisServer.shared().client();
  }
}

package gantry.webhooks.receiver;

/** The queue between the edge and the processor. */
interface WebhookInbox {
  /** True once the delivery is durable; false when the queue is unreachable or refuses. */
  boolean put(WebhookDelivery delivery);
}

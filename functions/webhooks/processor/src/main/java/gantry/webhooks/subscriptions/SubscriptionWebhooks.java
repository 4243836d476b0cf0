package gantry.webhooks.subscriptions;

import gantry.webhooks.handler.Document;
import gantry.webhooks.handler.WebhookHandler;

/** All that there is to know of one provider's subscriptions; every bean of this kind is found. */
interface SubscriptionWebhooks extends WebhookHandler {
  /** What a document of this provider's, an event or an answer, says a subscription is like. */
  SubscriptionState state(Document document);
}

package gantry.webhooks.receiver;

import gantry.lambda.UuidV7;
import gantry.meter.FailedAttempts;
import gantry.meter.Network;
import gantry.meter.Verdict;
import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.payload.RawBody;
import gantry.webhooks.receiver.ReceiveWebhook.Outcome.Received;
import gantry.webhooks.receiver.ReceiveWebhook.Outcome.Rejected;
import gantry.webhooks.receiver.ReceiveWebhook.Outcome.TooManyFailures;
import gantry.webhooks.receiver.WebhookDelivery.Times;
import gantry.webhooks.signature.SigningSecret;
import gantry.webhooks.signature.VerifySignature.Outcome.Mismatch;
import gantry.webhooks.signature.VerifySignature.Outcome.OutsideTolerance;
import gantry.webhooks.signature.VerifySignature.Outcome.Verified;
import gantry.webhooks.signature.VerifySignature.Signed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Accepts a webhook once its signature is right and its exact bytes are durably queued. */
final class ReceiveWebhook {
  private final WebhookSecrets secrets;
  private final Verifiers verifiers;
  private final WebhookInbox inbox;
  private final Clock clock;
  private final UuidV7 ids;
  private final FailedAttempts attempts;

  ReceiveWebhook(WebhookSecrets secrets, Verifiers verifiers, WebhookInbox inbox, Clock clock) {
    this.secrets = secrets;
    this.verifiers = verifiers;
    this.inbox = inbox;
    this.clock = clock;
    this.ids = new UuidV7(clock);
    this.attempts = new FailedAttempts(clock);
  }

  /** The order of the checks is part of the contract. */
  Outcome receive(WebhookRequest request, String requestId) {
    var provider = Provider.of(request.provider());
    if (provider.isEmpty()) {
      return new Rejected(Rejection.UNKNOWN_PROVIDER);
    }
    if (!request.method().equals("POST")) {
      return new Rejected(Rejection.METHOD_NOT_ALLOWED);
    }
    return receive(new Arrival(provider.get(), request, requestId, clock.instant()));
  }

  private Outcome receive(Arrival arrival) {
    var candidates = secrets.of(arrival.provider(), arrival.receivedAt());
    if (candidates.isEmpty()) {
      return new Rejected(Rejection.SECRET_NOT_CONFIGURED);
    }
    return switch (arrival.request().body().bytes()) {
      case EventBody.TooLarge _ -> new Rejected(Rejection.BODY_TOO_LARGE);
      case EventBody.Malformed _ -> new Rejected(Rejection.MALFORMED_BODY);
      case EventBody.Exact(var body) -> verify(arrival, body, candidates);
    };
  }

  private Outcome verify(Arrival arrival, RawBody body, List<SigningSecret> candidates) {
    var signed = new Signed(arrival.request().headers(), body);
    var verifier = verifiers.of(arrival.provider());
    return switch (verifier.verify(signed, candidates, arrival.receivedAt())) {
      case Mismatch _ -> mismatch(arrival.request().network());
      case OutsideTolerance _ -> new Rejected(Rejection.TIMESTAMP_OUTSIDE_TOLERANCE);
      case Verified(var mode) -> {
        attempts.succeeded(arrival.request().network());
        yield queue(arrival.delivery(ids.next(), mode, body, clock.instant()));
      }
    };
  }

  /** Only after the look at the signature: who has the secret passes from any network. */
  private Outcome mismatch(Network network) {
    return switch (attempts.failed(network)) {
      case Verdict.Admitted _ -> new Rejected(Rejection.SIGNATURE_MISMATCH);
      case Verdict.Refused(var retryAfter, _) -> new TooManyFailures(retryAfter);
    };
  }

  private Outcome queue(WebhookDelivery delivery) {
    return inbox.put(delivery)
        ? new Received(delivery.id(), delivery.mode())
        : new Rejected(Rejection.QUEUE_UNAVAILABLE);
  }

  /** A request of a known provider. */
  private record Arrival(
      Provider provider, WebhookRequest request, String requestId, Instant receivedAt) {
    WebhookDelivery delivery(UUID id, Mode mode, RawBody body, Instant verifiedAt) {
      var times = new Times(receivedAt, verifiedAt, verifiedAt);
      return new WebhookDelivery(id, provider, mode, times, requestId, request.keptHeaders(), body);
    }
  }

  /** What became of it. */
  sealed interface Outcome {
    record Received(UUID id, Mode mode) implements Outcome {}

    record Rejected(Rejection rejection) implements Outcome {}

    /** The network has guessed too many signatures wrong. */
    record TooManyFailures(Duration retryAfter) implements Outcome {}
  }
}

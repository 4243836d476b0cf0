package gantry.idempotency;

import gantry.identity.Caller;
import gantry.postgres.Transactions;
import gantry.problem.ProblemResponses;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Moves money, as far as a test is concerned. */
@Controller("/payments")
class PaymentsController {
  private final Transactions transactions;
  private final PaymentRows rows;
  private final Midway midway;

  PaymentsController(Transactions transactions, PaymentRows rows, Midway midway) {
    this.transactions = transactions;
    this.rows = rows;
    this.midway = midway;
  }

  @Serdeable
  record Payment(@Positive long amount) {}

  @Serdeable
  record Receipt(String id, long amount) {}

  @Post
  @Idempotent(keep = Idempotent.MONTH)
  HttpResponse<?> pay(@Valid @Body Payment payment, Caller caller) {
    var receipt = write(payment);
    midway.run();
    return HttpResponse.created(receipt).header("Location", "/payments/" + receipt.id());
  }

  @Post("/needs-key")
  @Idempotent(key = KeyUse.REQUIRED)
  HttpResponse<?> payWithKey(@Valid @Body Payment payment, Caller caller) {
    return HttpResponse.created(write(payment));
  }

  @Post("/elsewhere")
  @Idempotent(effect = Effect.ELSEWHERE)
  HttpResponse<?> payElsewhere(@Valid @Body Payment payment, Caller caller) {
    var receipt = write(payment);
    midway.run();
    return HttpResponse.accepted().body(receipt);
  }

  @Post("/{id}/refusals")
  @Idempotent
  HttpResponse<?> refuse(String id, @Valid @Body Payment payment, Caller caller) {
    write(payment);
    return ProblemResponses.problem(HttpStatus.CONFLICT, "too-poor", "No money");
  }

  @Post("/failures")
  @Idempotent
  HttpResponse<?> fail(@Valid @Body Payment payment, Caller caller) {
    write(payment);
    return ProblemResponses.problem(HttpStatus.SERVICE_UNAVAILABLE, "away", "Bank is away");
  }

  private Receipt write(Payment payment) {
    return transactions.inTransaction(() -> {
      var id = UUID.randomUUID();
      rows.insert(id, payment.amount());
      return new Receipt(id.toString(), payment.amount());
    });
  }

  /** What happens between the effect and its commit. */
  @Singleton
  static final class Midway implements Runnable {
    final AtomicReference<Runnable> next = new AtomicReference<>(() -> {});
    final AtomicInteger runs = new AtomicInteger();

    @Override
    public void run() {
      runs.incrementAndGet();
      next.getAndSet(() -> {}).run();
    }
  }
}

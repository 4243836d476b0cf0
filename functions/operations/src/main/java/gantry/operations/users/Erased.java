package gantry.operations.users;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** In how many rows of each capability a name was found by one pass. */
@MappedEntity("operations.erasures")
record Erased(
    @Id long content, long followers, long payments, long requests, long tokens, long webhooks) {
  static final Erased NOTHING = new Erased(0, 0, 0, 0, 0, 0);

  Erased plus(Erased more) {
    return new Erased(
        content + more.content,
        followers + more.followers,
        payments + more.payments,
        requests + more.requests,
        tokens + more.tokens,
        webhooks + more.webhooks);
  }

  long total() {
    return content + followers + payments + requests + tokens + webhooks;
  }
}

package gantry.webhooks.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.webhooks.Api;
import gantry.webhooks.TestProcessor;
import gantry.webhooks.Webhooks;
import gantry.webhooks.receiver.WebhookDelivery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/** Whatever a subscription went through: the order and the repetition of its events are nothing. */
class SubscriptionHistoryTest {
  private static final TestProcessor processor = TestProcessor.start();
  private static final Api api = new Api(processor);
  private static final Instant BEGIN = Instant.parse("2026-08-01T00:00:00Z");

  /** The same in each order: of two states that differ in nothing else, their content decides. */
  private static final String ID = "1000";

  private static final Arbitrary<@Nullable String> VARIANTS = Arbitraries.of("111", "222");

  /** One event of a history, hours after it began. */
  sealed interface Told {
    String json(String id);

    /** Without a variant what was known of it holds. */
    record State(int hours, String status, @Nullable String variant, boolean hasEnd)
        implements Told {
      @Override
      public String json(String id) {
        var end = hasEnd ? "\"" + at(hours + 24 * 40) + "\"" : "null";
        return SubscriptionBody.active("7" + id)
            .user("u" + id)
            .status(status)
            .variant(variant)
            .at(at(hours))
            .with("\"order_id\":\"o" + id + "\",\"ends_at\":" + end)
            .json();
      }
    }

    record Invoice(int number, int hours, int refunded) implements Told {
      @Override
      public String json(String id) {
        var status = refunded == 0 ? "paid" : refunded == 1500 ? "refunded" : "partial_refund";
        return SubscriptionBody.active("7" + id)
            .invoice("8" + id + "0" + number, status, refunded, at(hours))
            .replace(
                "\"created_at\":\"2026-11-20T10:00:00Z\"", "\"created_at\":\"" + at(number) + "\"");
      }
    }

    record Order(int refunded) implements Told {
      @Override
      public String json(String id) {
        return """
        {"meta":{"event_name":"order_created","test_mode":false,"custom_data":{"user_id":"u%1$s"}},
         "data":{"type":"orders","id":"o%1$s","attributes":{"currency":"EUR","total":4900,
           "refunded_amount":%2$d,"status":"paid","first_order_item":{"variant_id":222},
           "updated_at":"%3$s"}}}
        """
            .formatted(id, refunded, at(refunded));
      }
    }
  }

  private static String at(int hours) {
    return BEGIN.plus(hours, ChronoUnit.HOURS).toString();
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void anyOrderWithDuplicatesEndsTheSame(
      @ForAll("histories") List<Told> history, @ForAll Random random) {
    var shuffled = new ArrayList<>(history);
    history.stream().filter(_ -> random.nextInt(3) == 0).forEach(shuffled::add);
    Collections.shuffle(shuffled, random);

    var inOrder = conclude(history);
    var anyOrder = conclude(shuffled);

    assertThat(anyOrder).isEqualTo(inOrder);
  }

  /** Their objects have no time of their own: that of the event counts. */
  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void theSameHoldsForStripe(
      @ForAll("stripeHistories") List<String> history, @ForAll Random random) {
    var shuffled = new ArrayList<>(history);
    history.stream().filter(_ -> random.nextInt(3) == 0).forEach(shuffled::add);
    Collections.shuffle(shuffled, random);

    var inOrder = concludeStripe(history);
    var anyOrder = concludeStripe(shuffled);

    assertThat(anyOrder).isEqualTo(inOrder);
  }

  private static Conclusion concludeStripe(List<String> history) {
    processor.forget();
    history.forEach(event -> tell(Webhooks.stripe(event)));
    return new Conclusion(projection(ID), notices("stripe", ID), access(ID));
  }

  @Provide
  Arbitrary<List<String>> stripeHistories() {
    var event =
        Combinators.combine(
                Arbitraries.integers().between(0, 24 * 40),
                Arbitraries.of("trialing", "active", "past_due", "unpaid", "canceled", "new"),
                Arbitraries.of("111", "222"),
                Arbitraries.of(true, false))
            .as(SubscriptionHistoryTest::stripe);
    return event.list().ofMinSize(1).ofMaxSize(8).uniqueElements();
  }

  private static String stripe(int hours, String status, String price, boolean ends) {
    return """
    {"id":"evt_%2$d_%3$s_%4$s_%5$b","created":%2$d,"livemode":true,
     "type":"customer.subscription.updated","data":{"object":{"object":"subscription",
       "id":"7%1$s","status":"%3$s","cancel_at_period_end":%5$b,"metadata":{"user_id":"u%1$s"},
       "items":{"data":[{"id":"si_1","price":{"id":"%4$s"},"current_period_end":%6$d}]}}}}
    """
        .formatted(
            ID,
            BEGIN.getEpochSecond() + hours * 3600L,
            status,
            price,
            ends,
            BEGIN.getEpochSecond() + (hours + 24 * 40) * 3600L);
  }

  /** What is told of meanwhile depends on what was known by then, and is not the same. */
  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void whatEventsLeaveOutEndsTheSame(
      @ForAll("bareHistories") List<Told> history, @ForAll Random random) {
    var shuffled = new ArrayList<>(history);
    Collections.shuffle(shuffled, random);

    var inOrder = conclude(history);
    var anyOrder = conclude(shuffled);

    assertThat(anyOrder.projection()).isEqualTo(inOrder.projection());
    assertThat(anyOrder.access()).isEqualTo(inOrder.access());
  }

  @Provide
  Arbitrary<List<Told>> bareHistories() {
    return states(VARIANTS.injectNull(0.4));
  }

  @Provide
  Arbitrary<List<Told>> histories() {
    return Combinators.combine(states(VARIANTS), invoices(), orders())
        .as((states, invoices, orders) -> {
          var history = new ArrayList<Told>(states);
          history.addAll(invoices);
          history.addAll(orders);
          return history;
        });
  }

  private static Arbitrary<List<Told>> states(Arbitrary<@Nullable String> variants) {
    var state =
        Combinators.combine(
                Arbitraries.integers().between(0, 24 * 40),
                Arbitraries.of(
                    "on_trial",
                    "active",
                    "paused",
                    "past_due",
                    "unpaid",
                    "cancelled",
                    "expired",
                    "hibernating"),
                variants,
                Arbitraries.of(true, false))
            .as((hours, status, variant, hasEnd) ->
                (Told) new Told.State(hours, status, variant, hasEnd));
    return state.list().ofMinSize(1).ofMaxSize(8);
  }

  /** Each invoice is paid and then given back in one or two steps, or not at all. */
  private static Arbitrary<List<Told>> invoices() {
    return Arbitraries.of(0, 1, 2, 3)
        .list()
        .ofMaxSize(3)
        .map(depths -> {
          var told = new ArrayList<Told>();
          for (var number = 0; number < depths.size(); number++) {
            told.add(new Told.Invoice(number, 100 + number, 0));
            if (depths.get(number) > 1) {
              told.add(new Told.Invoice(number, 200 + number, 700));
            }
            if (depths.get(number) > 2) {
              told.add(new Told.Invoice(number, 300 + number, 1500));
            }
          }
          return told;
        });
  }

  private static Arbitrary<List<Told>> orders() {
    return Arbitraries.of(
        List.of(), List.of(new Told.Order(0)), List.of(new Told.Order(0), new Told.Order(4900)));
  }

  /** All that anybody can see in the end. */
  private record Conclusion(
      List<Map<String, @Nullable Object>> projection, List<String> notices, String access) {}

  private static Conclusion conclude(List<Told> history) {
    processor.forget();
    history.forEach(told -> tell(Webhooks.lemonSqueezy(told.json(ID))));
    return new Conclusion(projection(ID), notices("lemonsqueezy", ID), access(ID));
  }

  private static void tell(WebhookDelivery delivery) {
    assertThat(processor.process(delivery)).isEmpty();
  }

  private static String access(String id) {
    var answer = api.get("/v1/access/u" + id, "service");
    return answer.text("/plan") + " " + answer.text("/reason") + " " + answer.text("/until");
  }

  private static List<Map<String, @Nullable Object>> projection(String id) {
    return processor.rows(
        """
        SELECT s.clock, s.status, s.known_status, s.variant_id, s.ends_at, s.past_due_since,
               s.suspect, replace(s.user_id, '%1$s', '') AS user_id,
               (SELECT string_agg(i.status || i.refunded, ',' ORDER BY i.billed_at)
                FROM webhooks.invoices i WHERE i.subscription_id = s.subscription_id) AS invoices,
               (SELECT o.refunded FROM webhooks.orders o WHERE o.order_id = 'o%1$s') AS refunded
        FROM webhooks.subscriptions s WHERE s.subscription_id = '7%1$s'
        """
            .formatted(id));
  }

  private static List<String> notices(String provider, String id) {
    return processor
        .rows(
            """
            SELECT type || ' ' || COALESCE(payload ->> 'reason', '') || ' '
              || COALESCE(payload ->> 'plan', '') || ' ' || COALESCE(payload ->> 'full', '') AS text
            FROM outbox.events
            WHERE aggregate IN ('u%1$s', '%2$s/live/7%1$s', '%2$s/live/o%1$s')
              OR aggregate LIKE '%2$s/live/8%1$s0%%'
            ORDER BY 1
            """
                .formatted(id, provider))
        .stream()
        .map(row -> String.valueOf(row.get("text")))
        .toList();
  }

  @AfterContainer
  static void stop() {
    processor.close();
  }
}

package gantry.alerts.delivery;

import gantry.alerts.Notice;
import gantry.alerts.delivery.Told.Delivery;
import gantry.secrets.Secrets;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a notice to all on its channel; throws afterwards when one did not take it. */
final class DeliverNotice {
  private static final Logger LOG = LoggerFactory.getLogger(DeliverNotice.class);

  private final DeliveryConfig config;
  private final Secrets secrets;
  private final JsonMapper json;
  private final Post post;
  private final Messages messages;
  private final Told told = new Told();

  DeliverNotice(DeliveryConfig config, Secrets secrets, JsonMapper json, Post post) {
    this.config = config;
    this.secrets = secrets;
    this.json = json;
    this.post = post;
    this.messages = new Messages(config.stack());
  }

  void deliver(String message, String body) {
    var notice = read(body, Notice.class);
    var settings = read(secrets.find("ALERT_CHANNELS").orElse("{}"), ChannelSettings.class);
    switch (notice.channel()) {
      case SLACK ->
          each(message, settings.webhooks(), url -> post.json(slack(url), messages.slack(notice)));
      case PAGERDUTY -> each(message, settings.routingKeys(), key -> page(notice, key));
      case EMAIL -> {
        if (settings.email() != null) {
          new MailClient(config.ses(), messages).send(settings.email(), notice);
        }
      }
    }
    LOG.info("{} was told of {}: {}", notice.channel(), notice.rule(), notice.state());
  }

  /** One that is gone keeps nothing from the others. */
  private void each(String message, List<String> recipients, Consumer<String> tell) {
    var failures = new ArrayList<RuntimeException>();
    for (var recipient : recipients) {
      try {
        once(new Delivery(message, recipient), tell);
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
  }

  private void once(Delivery delivery, Consumer<String> tell) {
    if (!told.has(delivery)) {
      tell.accept(delivery.recipient());
      told.add(delivery);
    }
  }

  private String slack(String url) {
    return url.startsWith("/") ? config.slack() + url : url;
  }

  private void page(Notice notice, String routingKey) {
    post.json(config.pagerDuty() + "/v2/enqueue", messages.pagerDuty(notice, routingKey));
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return Objects.requireNonNull(json.readValue(text, type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

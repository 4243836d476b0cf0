package gantry.alerts;

import gantry.alerts.Notice.Channel;
import gantry.alerts.Notice.State;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The queue {@code alert-notices.fifo}: one message per channel, so that one that is down holds
 * back no other.
 */
@Singleton
final class NoticeQueue {
  private final SqsClient sqs;
  private final AlertConfig config;
  private final JsonMapper json;

  NoticeQueue(SqsClient sqs, AlertConfig config, JsonMapper json) {
    this.sqs = sqs;
    this.config = config;
    this.json = json;
  }

  /** An alert as it is to be told. */
  record Telling(UUID alert, Rule rule, State state, double value, Instant since, Instant at) {
    private Notice by(Channel channel) {
      return new Notice(
          alert, rule.name(), rule.severity(), state, rule.summary(), value, since, channel);
    }

    /** The same telling that is sent twice within five minutes arrives once. */
    private String key(Channel channel) {
      return alert + "-" + state + "-" + channel + "-" + at.toEpochMilli();
    }
  }

  void send(Telling telling) {
    Arrays.stream(Channel.values())
        .filter(channel -> channel.isFor(telling.rule().severity()))
        .forEach(channel -> send(telling, channel));
  }

  void send(Telling telling, Channel channel) {
    var body = text(telling.by(channel));
    sqs.sendMessage(send ->
        send.queueUrl(config.noticesQueueUrl())
            .messageBody(body)
            .messageGroupId(telling.rule().name() + "-" + channel)
            .messageDeduplicationId(telling.key(channel)));
  }

  private String text(Notice notice) {
    try {
      return json.writeValueAsString(notice);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

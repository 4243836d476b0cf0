package gantry.alerts.delivery;

import gantry.alerts.Notice;
import gantry.alerts.delivery.ChannelSettings.Email;
import gantry.aws.CallLimits;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.Body;
import software.amazon.awssdk.services.ses.model.Content;
import software.amazon.awssdk.services.ses.model.Message;

/** Sends e-mail by SES; the client is made at the first one. */
final class MailClient {
  private static final CallLimits LIMITS =
      new CallLimits(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(8));

  /** Another address of SES; empty for the region's own. */
  private final String address;

  private final Messages messages;

  MailClient(String address, Messages messages) {
    this.address = address;
    this.messages = messages;
  }

  void send(Email email, Notice notice) {
    try (var ses = client()) {
      ses.sendEmail(request ->
          request
              .source(email.from())
              .destination(to -> to.toAddresses(email.to()))
              .message(message(notice)));
    } catch (SdkException e) {
      throw new NotDelivered("SES: " + e.getClass().getSimpleName());
    }
  }

  private SesClient client() {
    var builder = SesClient.builder();
    if (!address.isEmpty()) {
      builder.endpointOverride(URI.create(address));
    }
    return LIMITS.build(builder);
  }

  private Message message(Notice notice) {
    var body = Body.builder().text(plain(messages.text(notice))).build();
    return Message.builder().subject(plain(messages.subject(notice))).body(body).build();
  }

  private static Content plain(String text) {
    return Content.builder().data(text).charset("UTF-8").build();
  }
}

package gantry.webhooks.receiver;

import gantry.secrets.SecretUnavailableException;
import gantry.secrets.Secrets;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.signature.SigningSecret;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The usable signing secrets, from a document that is read again without a restart. */
final class WebhookSecrets {
  private static final String NAME = "WEBHOOK_SECRETS";
  private static final Logger LOG = LoggerFactory.getLogger(WebhookSecrets.class);

  private final Secrets secrets;
  private volatile Read last = new Read("", SecretsDocument.EMPTY);

  WebhookSecrets(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Empty means: not ready. */
  List<SigningSecret> of(Provider provider, Instant now) {
    return document().secrets().getOrDefault(provider, List.of()).stream()
        .filter(secret -> secret.isValidAt(now))
        .toList();
  }

  private SecretsDocument document() {
    var text = text();
    var read = last;
    if (!read.text().equals(text)) {
      read = new Read(text, parsed(text));
      last = read;
    }
    return read.document();
  }

  private String text() {
    try {
      return secrets.find(NAME).orElse("");
    } catch (SecretUnavailableException unavailable) {
      LOG.error("{} cannot be read; no webhook is accepted", NAME);
      return "";
    }
  }

  /** Without a word of its content, not even where it breaks. */
  private static SecretsDocument parsed(String text) {
    if (text.isEmpty()) {
      return SecretsDocument.EMPTY;
    }
    try {
      return SecretsDocument.parse(text);
    } catch (IllegalArgumentException malformed) {
      LOG.error("{} is malformed; no webhook is accepted", NAME);
      return SecretsDocument.EMPTY;
    }
  }

  private record Read(String text, SecretsDocument document) {}
}

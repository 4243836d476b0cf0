package gantry.webhooks.signature;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;

/**
 * <a href="https://www.standardwebhooks.com">Standard Webhooks</a>: {@code webhook-signature:
 * v1,<base64>[ v1,…]} over {@code id.time.body}; only v1, the symmetric version, counts.
 */
final class StandardScheme implements SignatureScheme {
  private static final String KEY_PREFIX = "whsec_";
  private static final int MAX_HEADER = 4096;
  private static final int MAX_TIME = 20;
  private static final Pattern ID = Pattern.compile("[!-+\\--~]{1,200}");
  private static final Pattern ENTRY = Pattern.compile("[^,]*,[^,]*");

  @Override
  public Optional<SignatureClaim> claim(Map<String, String> headers) {
    var id = headers.getOrDefault("webhook-id", "");
    var time = headers.getOrDefault("webhook-timestamp", "");
    var list = headers.getOrDefault("webhook-signature", "");
    if (!ID.matcher(id).matches() || time.length() > MAX_TIME || list.length() > MAX_HEADER) {
      return Optional.empty();
    }
    return entries(list)
        .map(entries -> new SignatureClaim(time, id + '.' + time + '.', signatures(entries)));
  }

  /** One comma per entry: a second one means that the header was sent twice and joined. */
  private static Optional<List<String>> entries(String list) {
    var entries = List.of(list.split(" ", -1));
    return entries.stream().allMatch(entry -> ENTRY.matcher(entry).matches())
        ? Optional.of(entries)
        : Optional.empty();
  }

  private static List<SignatureBytes> signatures(List<String> entries) {
    return entries.stream()
        .filter(entry -> entry.startsWith("v1,"))
        .flatMap(entry -> SignatureBytes.ofBase64(entry.substring("v1,".length())).stream())
        .toList();
  }

  @Override
  public Optional<SecretKey> key(String secret) {
    var text = secret.startsWith(KEY_PREFIX) ? secret.substring(KEY_PREFIX.length()) : secret;
    try {
      return HmacKey.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}

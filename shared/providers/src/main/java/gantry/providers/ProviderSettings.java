package gantry.providers;

import gantry.resilience.BreakerConfig;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * How one provider is called.
 *
 * @param name in logs and metrics: one per provider
 * @param baseUrl https, or http on this machine; may have a path
 * @param limits time, size and number
 * @param breaker when calls stop
 * @param accepts media types of an answer
 * @param judge what else tells an outage, beside status and media type
 */
public record ProviderSettings(
    String name,
    URI baseUrl,
    CallLimits limits,
    BreakerConfig breaker,
    Set<String> accepts,
    AnswerJudge judge) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

  public ProviderSettings {
    accepts = Set.copyOf(accepts);
    if (!isGuarded(baseUrl)) {
      // Without the URL itself: it may hold a key.
      throw new IllegalArgumentException("The base URL of " + name + " is not https");
    }
  }

  /** JSON, ten seconds, three attempts; the withers change that. */
  public static ProviderSettings of(String name, String baseUrl) {
    return new ProviderSettings(
        name,
        uri(name, baseUrl),
        CallLimits.DEFAULT,
        BreakerConfig.DEFAULT,
        Set.of("application/json"),
        _ -> Optional.empty());
  }

  public ProviderSettings limited(CallLimits to) {
    return new ProviderSettings(name, baseUrl, to, breaker, accepts, judge);
  }

  public ProviderSettings breaking(BreakerConfig when) {
    return new ProviderSettings(name, baseUrl, limits, when, accepts, judge);
  }

  public ProviderSettings accepting(String... mediaTypes) {
    return new ProviderSettings(name, baseUrl, limits, breaker, Set.of(mediaTypes), judge);
  }

  /** Asked after status and media type were found to be an answer's. */
  public ProviderSettings judgedBy(AnswerJudge also) {
    return new ProviderSettings(name, baseUrl, limits, breaker, accepts, judge.then(also));
  }

  /** Paths of public nodes hold keys. */
  @Override
  public String toString() {
    return "ProviderSettings[" + name + "]";
  }

  private static URI uri(String name, String text) {
    try {
      return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("The base URL of " + name + " is no URL");
    }
  }

  private static boolean isGuarded(URI url) {
    return url.getHost() != null
        && url.getRawFragment() == null
        && ("https".equals(url.getScheme())
            || ("http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost())));
  }
}

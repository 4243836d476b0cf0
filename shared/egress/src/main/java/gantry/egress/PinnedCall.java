package gantry.egress;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.egress.EgressOutcome.Answered;
import gantry.egress.EgressOutcome.TimedOut;
import gantry.egress.EgressOutcome.Unreachable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * One call to a host at addresses that were checked: its name is not resolved again, while SNI and
 * the certificate check go by the name.
 */
final class PinnedCall implements AutoCloseable {
  private static final int MAX_START = 4_096;

  /** Headers come before the body, and would otherwise have no end. */
  private static final Http1Config BOUNDED =
      Http1Config.custom().setMaxLineLength(8_192).setMaxHeaderCount(100).build();

  private final CloseableHttpClient client;

  PinnedCall(String host, List<InetAddress> addresses, SSLContext tls, Duration deadline) {
    this.client =
        HttpClients.custom()
            .setConnectionManager(connections(pinned(host, addresses), tls, deadline))
            .setDefaultRequestConfig(
                RequestConfig.custom().setResponseTimeout(Timeout.of(deadline)).build())
            .setUserAgent("Gantry")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();
  }

  private static InMemoryDnsResolver pinned(String host, List<InetAddress> addresses) {
    var resolver = new InMemoryDnsResolver();
    resolver.add(host, addresses.toArray(InetAddress[]::new));
    return resolver;
  }

  private static HttpClientConnectionManager connections(
      InMemoryDnsResolver resolver, SSLContext tls, Duration deadline) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(resolver)
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder().http1Config(BOUNDED).build())
        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(deadline))
                .setSocketTimeout(Timeout.of(deadline))
                .build())
        .build();
  }

  EgressOutcome post(URI uri, EgressRequest request) {
    try {
      return answer(uri, request);
    } catch (InterruptedIOException _) {
      return new TimedOut(); // A socket's time-out is one.
    } catch (IOException _) {
      return new Unreachable();
    }
  }

  private Answered answer(URI uri, EgressRequest request) throws IOException {
    var post = new HttpPost(uri);
    request.headers().forEach(post::setHeader);
    post.setEntity(
        new StringEntity(request.body(), ContentType.create(request.mediaType(), UTF_8)));
    // The response is not closed: that would read the rest of it, and a stranger decides how long
    // that is. Closing the client drops the connection.
    var response = client.executeOpen(null, post, null);
    return new Answered(response.getCode(), start(response));
  }

  private static String start(ClassicHttpResponse response) throws IOException {
    var entity = response.getEntity();
    return entity == null ? "" : new String(entity.getContent().readNBytes(MAX_START), UTF_8);
  }

  /** At once, also from another thread and in the middle of an answer. */
  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}

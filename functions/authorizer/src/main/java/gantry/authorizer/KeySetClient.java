package gantry.authorizer;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches a JSON Web Key Set: no redirect, at most 64 KiB, two seconds in all. */
final class KeySetClient {
  private static final long MAX_BYTES = 64 * 1024;
  private static final int MIN_BITS = 2048;

  private final URI address;
  private final Duration limit;
  private final HttpClient http;

  KeySetClient(URI address, Duration limit) {
    this.address = address;
    this.limit = limit;
    this.http =
        HttpClient.newBuilder().connectTimeout(limit).followRedirects(Redirect.NEVER).build();
  }

  /** The usable RS256 keys. */
  List<RSAKey> fetch() throws IOException {
    var response = response();
    if (response.statusCode() != 200) {
      throw new IOException("Status " + response.statusCode());
    }
    try {
      return JWKSet.parse(response.body()).getKeys().stream()
          .filter(KeySetClient::isForRs256)
          .map(JWK::toRSAKey)
          .toList();
    } catch (ParseException | RuntimeException malformed) {
      // The library throws a NullPointerException on "null".
      throw new IOException("Not a key set");
    }
  }

  private HttpResponse<String> response() throws IOException {
    var request = HttpRequest.newBuilder(address).header("Accept", "application/json").build();
    var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_BYTES));
    try {
      // A request's own timeout ends at the headers; a body may drip for ever.
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw new IOException("Unreachable", failed.getCause());
    } catch (TimeoutException late) {
      throw new IOException("Too slow", late);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", stopped);
    } finally {
      answer.cancel(true);
    }
  }

  private static boolean isForRs256(JWK key) {
    return key instanceof RSAKey
        && key.size() >= MIN_BITS
        && (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
        && (key.getAlgorithm() == null || key.getAlgorithm().equals(JWSAlgorithm.RS256));
  }
}

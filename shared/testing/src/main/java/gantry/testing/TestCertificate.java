package gantry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A self-signed certificate for one host name, a server that has it and clients that trust it. */
public record TestCertificate(Path file) {
  public static final String PASSWORD = "changeit";

  public static TestCertificate issue(Path folder, String host)
      throws IOException, InterruptedException {
    var file = folder.resolve(host + ".p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "server",
                "-validity",
                "2",
                "-dname",
                "CN=" + host,
                "-ext",
                "SAN=dns:" + host,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(Files.readString(folder.resolve("keytool.log")));
    }
    return new TestCertificate(file);
  }

  /** For clients that trust nothing else. */
  public SSLContext trusting() throws GeneralSecurityException {
    return context(null, trust().getTrustManagers());
  }

  /** For the server. */
  public SSLContext serving() throws GeneralSecurityException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store(), PASSWORD.toCharArray());
    return context(keys.getKeyManagers(), null);
  }

  /** What clients trust. */
  public TrustManagerFactory trust() throws GeneralSecurityException {
    var certificates = KeyStore.getInstance("PKCS12");
    try {
      certificates.load(null, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    certificates.setCertificateEntry("server", store().getCertificate("server"));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificates);
    return trust;
  }

  private KeyStore store() throws GeneralSecurityException {
    try {
      return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SSLContext context(KeyManager @Nullable [] keys, TrustManager @Nullable [] trust)
      throws GeneralSecurityException {
    var context = SSLContext.getInstance("TLS");
    context.init(keys, trust, null);
    return context;
  }
}

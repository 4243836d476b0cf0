package gantry.authorizer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Tokens of every kind, made without the library that reads them. */
record Tokens(Map<String, Object> header, Map<String, Object> claims) {
  static final String SECRET = "a-secret-of-at-least-32-bytes-000";
  static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  static final KeyPair RSA = rsa(2048);

  static Tokens good() {
    var header = new LinkedHashMap<String, Object>();
    header.put("alg", "HS256");
    header.put("typ", "JWT");
    var claims = new LinkedHashMap<String, Object>();
    claims.put("sub", "u_42");
    claims.put("tenant", "acme");
    claims.put("roles", List.of("user", "admin", "janitor"));
    claims.put("iss", "gantry");
    claims.put("aud", "gantry-api");
    claims.put("exp", NOW.getEpochSecond() + 600);
    return new Tokens(header, claims);
  }

  /** Null removes. */
  Tokens header(String name, @Nullable Object value) {
    set(header, name, value);
    return this;
  }

  /** Null removes. */
  Tokens claim(String name, @Nullable Object value) {
    set(claims, name, value);
    return this;
  }

  private static void set(Map<String, Object> members, String name, @Nullable Object value) {
    if (value == null) {
      members.remove(name);
    } else {
      members.put(name, value);
    }
  }

  String hs256() {
    return hs256(SECRET.getBytes(UTF_8));
  }

  String hs256(byte[] secret) {
    return hmac("HmacSHA256", secret);
  }

  String hmac(String algorithm, byte[] secret) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret, algorithm));
      return signed() + '.' + base64(mac.doFinal(signed().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String rs256(String keyId, PrivateKey key) {
    return header("alg", "RS256").header("kid", keyId).rsa(key);
  }

  String rsa(PrivateKey key) {
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signed().getBytes(UTF_8));
      return signed() + '.' + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String signed() {
    return part(header) + '.' + part(claims);
  }

  private static String part(Map<String, Object> members) {
    return base64(JSONObjectUtils.toJSONString(members).getBytes(UTF_8));
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static KeyPair rsa(int bits) {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

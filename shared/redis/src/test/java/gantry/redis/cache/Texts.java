package gantry.redis.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Caches texts. */
enum Texts implements Codec<String> {
  CODEC;

  @Override
  public byte[] encode(String value) {
    return value.getBytes(UTF_8);
  }

  @Override
  public String decode(byte[] bytes) {
    if (bytes.length == 0) {
      throw new IllegalArgumentException("Of another version");
    }
    return new String(bytes, UTF_8);
  }
}

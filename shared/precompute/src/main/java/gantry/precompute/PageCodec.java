package gantry.precompute;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.redis.cache.Codec;
import java.time.Instant;

/** A page as text: three lines about it, and its body. */
final class PageCodec implements Codec<Page> {
  @Override
  public byte[] encode(Page page) {
    return "%d\n%s\n%s\n%s"
        .formatted(page.fence(), page.computedAt(), page.removed(), page.body())
        .getBytes(UTF_8);
  }

  @Override
  public Page decode(byte[] bytes) {
    var lines = new String(bytes, UTF_8).split("\n", 4);
    return new Page(Long.parseLong(lines[0]), lines[3], Instant.parse(lines[1]), lines[2]);
  }
}

package gantry.redis.cache;

import gantry.redis.Session;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Deletes by pattern: SCAN in steps, never KEYS, which would hold everybody up. */
final class Matching {
  private static final int SCANNED_AT_ONCE = 500;

  private final Session session;
  private final CacheKeys keys;
  private final byte[] keepMarks;

  Matching(Session session, CacheKeys keys, byte[] keepMarks) {
    this.session = session;
    this.keys = keys;
    this.keepMarks = keepMarks;
  }

  CompletionStage<Boolean> delete(String glob) {
    return deleteFrom(
        ScanCursor.INITIAL, ScanArgs.Builder.matches(keys.entry(glob)).limit(SCANNED_AT_ONCE));
  }

  private CompletionStage<Boolean> deleteFrom(ScanCursor cursor, ScanArgs some) {
    return session
        .commands()
        .scan(cursor, some)
        .thenCompose(page ->
            delete(page.getKeys())
                .thenCompose(_ ->
                    page.isFinished()
                        ? CompletableFuture.completedStage(true)
                        : deleteFrom(page, some)));
  }

  private CompletionStage<Void> delete(List<String> entries) {
    var prefix = keys.entry("").length();
    return CompletableFuture.allOf(
        entries.stream()
            .map(entry -> keys.of(entry.substring(prefix)))
            .map(own -> CacheScripts.DELETE_KEY.run(session, own, keepMarks))
            .map(CompletionStage::toCompletableFuture)
            .toArray(CompletableFuture[]::new));
  }
}

package gantry.redis.cache;

/**
 * How a cache did so far, in this process.
 *
 * @param hits answered from the process or from Redis
 * @param stale answered with an old value while another caller loads a new one, or loading failed
 * @param misses answered by loading
 * @param unreachable misses because Redis did not answer
 */
public record CacheStatistics(long hits, long stale, long misses, long unreachable) {
  /** The share of requests answered without loading; 1 when there were none. */
  public double hitRate() {
    var all = hits + stale + misses;
    return all == 0 ? 1 : (double) (hits + stale) / all;
  }

  CacheStatistics minus(CacheStatistics earlier) {
    return new CacheStatistics(
        hits - earlier.hits,
        stale - earlier.stale,
        misses - earlier.misses,
        unreachable - earlier.unreachable);
  }
}

package gantry.redis.cache;

import gantry.redis.Script;

/**
 * What must happen at once. Keys: entry, lease, marks, epoch. The marks tell when a key or a tag
 * was deleted last; an entry whose loading began no later than that is outdated, whoever stores it
 * and whenever.
 */
final class CacheScripts {
  /** The server's time in microseconds, but always after the last mark. */
  private static final String CLOCK =
      """
      local function clock()
        local time = redis.call('TIME')
        local now = time[1] * 1000000 + time[2]
        local last = tonumber(redis.call('ZREVRANGE', KEYS[3], 0, 0, 'WITHSCORES')[2] or 0)
        return math.max(now, last + 1)
      end
      """;

  private static final String OUTDATED =
      """
      local function marked(member, since)
        return (tonumber(redis.call('ZSCORE', KEYS[3], member) or 0)) >= since
      end
      local function outdated(since, tags)
        local epoch = tonumber(redis.call('HGET', KEYS[4], 'since') or 0)
        if since < epoch or marked(KEYS[1], since) then return true end
        for tag in string.gmatch(tags, '[^\\n]+') do
          if marked('tag:' .. tag, since) then return true end
        end
        return false
      end
      """;

  private static final String MARK =
      """
      local now = clock()
      local function mark(member)
        redis.call('ZADD', KEYS[3], string.format('%.0f', now), member)
      end
      local function trim()
        redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', string.format('%.0f', now - ARGV[1] * 1000))
        redis.call('PEXPIRE', KEYS[3], ARGV[1])
      end
      """;

  /** Arguments: token, how long a turn lasts. Answers state, time, time left fresh, value. */
  static final Script READ =
      new Script(
          CLOCK
              + OUTDATED
              + """
              local now = clock()
              if redis.call('HSETNX', KEYS[4], 'since', string.format('%.0f', now)) == 1 then
                redis.call('PEXPIRE', KEYS[4], 86400000)
              end
              local entry = redis.call('HMGET', KEYS[1], 'since', 'fresh', 'tags', 'value')
              local usable = entry[1] and not outdated(tonumber(entry[1]), entry[3])
              if usable and now < tonumber(entry[2]) then
                return { 1, now, entry[2] - now, entry[4] }
              end
              local holder = redis.call('GET', KEYS[2])
              if not holder then
                redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
                holder = ARGV[1]
              end
              local mine = holder == ARGV[1]
              if usable then return { mine and 2 or 3, now, 0, entry[4] } end
              return { mine and 4 or 5, now, 0, false }
              """);

  /** Answers the time, for values that are made without having been missed. */
  static final Script BEGIN =
      new Script(
          CLOCK
              + """
              return { clock() }
              """);

  /**
   * Arguments: token, since, time fresh, time kept, tags, version, value if there is one. Of two
   * versions the higher one stays while it is fresh, of equal ones the one begun later.
   */
  static final Script PUT =
      new Script(
          CLOCK
              + OUTDATED
              + """
              if redis.call('GET', KEYS[2]) == ARGV[1] then redis.call('DEL', KEYS[2]) end
              local since = tonumber(ARGV[2])
              local now = clock()
              local function superseded()
                local known = redis.call('HMGET', KEYS[1], 'since', 'fresh', 'tags', 'version')
                if not known[1] or outdated(tonumber(known[1]), known[3]) then return false end
                local version = tonumber(known[4] or 0)
                if now < tonumber(known[2]) and version ~= tonumber(ARGV[6]) then
                  return version > tonumber(ARGV[6])
                end
                return tonumber(known[1]) > since
              end
              if outdated(since, ARGV[5]) or superseded() then return { 0 } end
              local fresh = string.format('%.0f', now + ARGV[3])
              redis.call('DEL', KEYS[1])
              redis.call('HSET', KEYS[1], 'since', ARGV[2], 'fresh', fresh, 'tags', ARGV[5],
                'version', ARGV[6])
              if ARGV[7] then redis.call('HSET', KEYS[1], 'value', ARGV[7]) end
              redis.call('PEXPIRE', KEYS[1], ARGV[4])
              return { 1 }
              """);

  /** Argument: the token of a turn that came to nothing. */
  static final Script RELEASE =
      new Script(
          """
          if redis.call('GET', KEYS[2]) == ARGV[1] then redis.call('DEL', KEYS[2]) end
          return { 1 }
          """);

  /** Argument: how long marks are kept. */
  static final Script DELETE_KEY =
      new Script(
          CLOCK
              + MARK
              + """
              mark(KEYS[1])
              redis.call('DEL', KEYS[1], KEYS[2])
              trim()
              return { 1 }
              """);

  /** Arguments: how long marks are kept, the tags. */
  static final Script DELETE_TAGS =
      new Script(
          CLOCK
              + MARK
              + """
              for i = 2, #ARGV do mark('tag:' .. ARGV[i]) end
              trim()
              return { 1 }
              """);

  private CacheScripts() {}
}

package gantry.redis.lock;

import gantry.redis.Place;

/**
 * A lock that is held until it runs out.
 *
 * @param fence larger than that of every earlier lease of this name; a store that refuses smaller
 *     ones than it has seen is safe from a holder that comes too late
 */
public record Lease(String name, long fence, Place place, String token) {}

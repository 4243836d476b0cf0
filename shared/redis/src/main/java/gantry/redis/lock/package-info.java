/**
 * A lock that saves work and guards nothing: who holds it may have lost it without knowing. What
 * must not happen twice is guarded by the number that comes with it, in the store.
 */
@NullMarked
package gantry.redis.lock;

import org.jspecify.annotations.NullMarked;

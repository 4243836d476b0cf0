/**
 * Which breakers of all processes are open. Only functions that use Redis tell, and each server
 * knows what it was told; it is for people to look at, and decides nothing.
 */
@NullMarked
package gantry.redis.circuits;

import org.jspecify.annotations.NullMarked;

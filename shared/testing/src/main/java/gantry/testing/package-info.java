/**
 * The servers Gantry runs against, embedded, and tools for tests. The local cloud starts the same
 * servers.
 */
@NullMarked
package gantry.testing;

import org.jspecify.annotations.NullMarked;

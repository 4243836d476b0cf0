/** Fits the fake-follower models from labelled rows, and measures the scorer. */
@NullMarked
package gantry.bench.followers;

import org.jspecify.annotations.NullMarked;

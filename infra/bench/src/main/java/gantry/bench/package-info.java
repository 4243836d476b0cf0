/** Benchmarks: two things compared in one run, reported as a ratio. */
@NullMarked
package gantry.bench;

import org.jspecify.annotations.NullMarked;

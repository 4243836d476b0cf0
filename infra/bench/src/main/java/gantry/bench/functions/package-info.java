/** What deployable jars do in a second of one core, beside what they replace or wait for. */
@NullMarked
package gantry.bench.functions;

import org.jspecify.annotations.NullMarked;

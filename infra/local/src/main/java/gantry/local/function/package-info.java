/**
 * Functions as processes: one JVM each, started at its first event from its deployable jar, fed by
 * a local Lambda Runtime API.
 */
@NullMarked
package gantry.local.function;

import org.jspecify.annotations.NullMarked;

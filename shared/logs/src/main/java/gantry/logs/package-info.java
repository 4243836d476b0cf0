/**
 * SLF4J as JSON lines on standard output: ready at once, where logback would be a good part of a
 * cold start.
 */
@NullMarked
package gantry.logs;

import org.jspecify.annotations.NullMarked;

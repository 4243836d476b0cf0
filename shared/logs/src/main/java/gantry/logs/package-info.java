/**
 * SLF4J as JSON lines on standard output, for the handlers that must start before logback would be
 * ready; the others use logback (shared/lambda).
 */
@NullMarked
package gantry.logs;

import org.jspecify.annotations.NullMarked;

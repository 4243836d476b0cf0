/** Idempotency-Key: a POST that is sent again has one effect and one answer. */
@NullMarked
package gantry.idempotency;

import org.jspecify.annotations.NullMarked;

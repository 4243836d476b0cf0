@NullMarked
package gantry.idempotency;

import org.jspecify.annotations.NullMarked;

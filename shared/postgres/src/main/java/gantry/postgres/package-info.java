/** Data sources and transactions on PostgreSQL, the truth. */
@NullMarked
package gantry.postgres;

import org.jspecify.annotations.NullMarked;

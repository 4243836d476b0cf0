/** Orders to scan many tokens: kept in PostgreSQL, handed out by a queue, scanned one by one. */
@NullMarked
package gantry.tokenscan.scans;

import org.jspecify.annotations.NullMarked;

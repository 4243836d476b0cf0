/** Tokens that everybody knows, and whether a name only looks like one of theirs. */
@NullMarked
package gantry.tokenscan.lookalike;

import org.jspecify.annotations.NullMarked;

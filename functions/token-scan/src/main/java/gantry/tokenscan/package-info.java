/** Is this token a trap? An answer that never guesses: over HTTP, in bulk, and watched. */
@NullMarked
package gantry.tokenscan;

import org.jspecify.annotations.NullMarked;

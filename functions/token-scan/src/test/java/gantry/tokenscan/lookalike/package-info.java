@NullMarked
package gantry.tokenscan.lookalike;

import org.jspecify.annotations.NullMarked;

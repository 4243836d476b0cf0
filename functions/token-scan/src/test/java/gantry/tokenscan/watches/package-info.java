@NullMarked
package gantry.tokenscan.watches;

import org.jspecify.annotations.NullMarked;

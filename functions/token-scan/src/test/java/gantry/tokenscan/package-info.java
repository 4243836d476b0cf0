@NullMarked
package gantry.tokenscan;

import org.jspecify.annotations.NullMarked;

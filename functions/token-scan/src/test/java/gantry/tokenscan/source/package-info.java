@NullMarked
package gantry.tokenscan.source;

import org.jspecify.annotations.NullMarked;

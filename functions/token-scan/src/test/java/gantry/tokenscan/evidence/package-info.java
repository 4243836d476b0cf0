@NullMarked
package gantry.tokenscan.evidence;

import org.jspecify.annotations.NullMarked;

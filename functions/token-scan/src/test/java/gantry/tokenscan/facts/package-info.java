@NullMarked
package gantry.tokenscan.facts;

import org.jspecify.annotations.NullMarked;

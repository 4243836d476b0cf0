@NullMarked
package gantry.tokenscan.judgement;

import org.jspecify.annotations.NullMarked;

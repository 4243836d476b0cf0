@NullMarked
package gantry.tokenscan.scans;

import org.jspecify.annotations.NullMarked;

@NullMarked
package gantry.tokenscan.schema;

import org.jspecify.annotations.NullMarked;

/** Asks GoPlus, honeypot.is and RugCheck, all within one deadline. */
@NullMarked
package gantry.tokenscan.source;

import org.jspecify.annotations.NullMarked;

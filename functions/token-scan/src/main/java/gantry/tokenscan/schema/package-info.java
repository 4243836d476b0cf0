/** The answers of GoPlus, honeypot.is and RugCheck, read as they are and not as one would hope. */
@NullMarked
package gantry.tokenscan.schema;

import org.jspecify.annotations.NullMarked;

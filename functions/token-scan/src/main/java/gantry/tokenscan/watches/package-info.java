/**
 * Tokens that somebody keeps an eye on: looked at again and again, a change of level is an event.
 */
@NullMarked
package gantry.tokenscan.watches;

import org.jspecify.annotations.NullMarked;

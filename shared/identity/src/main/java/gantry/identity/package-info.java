/** The caller as the authorizer vouched for it: the only identity a function trusts. */
@NullMarked
package gantry.identity;

import org.jspecify.annotations.NullMarked;

/** Verifies the bearer token of every non-public route and names the caller. */
@NullMarked
package gantry.authorizer;

import org.jspecify.annotations.NullMarked;

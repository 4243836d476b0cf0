/** Bounds on what comes in, checked before any work: size, depth, length and form. */
@NullMarked
package gantry.http.input;

import org.jspecify.annotations.NullMarked;

/** RFC 9457 problem documents: the one shape of every error that Gantry answers. */
@NullMarked
package gantry.problem;

import org.jspecify.annotations.NullMarked;

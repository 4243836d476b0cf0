/** Clients of AWS that give up in time. */
@NullMarked
package gantry.aws;

import org.jspecify.annotations.NullMarked;

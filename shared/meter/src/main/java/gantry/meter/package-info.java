/**
 * Counts how much somebody has used up, in this process and in bounded memory. No dependency: the
 * smallest functions carry it.
 */
@NullMarked
package gantry.meter;

import org.jspecify.annotations.NullMarked;

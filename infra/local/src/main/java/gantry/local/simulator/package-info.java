/**
 * Answers as the third-party APIs do, for the few example objects of the README; everything else is
 * not found.
 */
@NullMarked
package gantry.local.simulator;

import org.jspecify.annotations.NullMarked;

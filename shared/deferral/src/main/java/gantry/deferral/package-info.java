/** Writes that may wait: taken into a queue while the database is away, done in order later. */
@NullMarked
package gantry.deferral;

import org.jspecify.annotations.NullMarked;

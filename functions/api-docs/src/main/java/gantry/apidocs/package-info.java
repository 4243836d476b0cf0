/** Serves the API document that the build makes, for machines and for people. */
@NullMarked
package gantry.apidocs;

import org.jspecify.annotations.NullMarked;

/** The processes of the local cloud and how they all end with it. */
@NullMarked
package gantry.local.process;

import org.jspecify.annotations.NullMarked;

/** Roadmaps, who makes them, and what others do with them: what there is to show. */
@NullMarked
package gantry.precompute.content;

import org.jspecify.annotations.NullMarked;

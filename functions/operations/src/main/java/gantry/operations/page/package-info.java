/** The operator's page, and the session that stands for a token in the browser. */
@NullMarked
package gantry.operations.page;

import org.jspecify.annotations.NullMarked;

@NullMarked
package gantry.operations.page;

import org.jspecify.annotations.NullMarked;

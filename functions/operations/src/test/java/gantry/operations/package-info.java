@NullMarked
package gantry.operations;

import org.jspecify.annotations.NullMarked;

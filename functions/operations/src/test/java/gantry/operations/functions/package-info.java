@NullMarked
package gantry.operations.functions;

import org.jspecify.annotations.NullMarked;

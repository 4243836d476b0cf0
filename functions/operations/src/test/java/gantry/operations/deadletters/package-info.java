@NullMarked
package gantry.operations.deadletters;

import org.jspecify.annotations.NullMarked;

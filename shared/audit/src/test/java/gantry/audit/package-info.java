@NullMarked
package gantry.audit;

import org.jspecify.annotations.NullMarked;

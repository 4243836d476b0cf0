@NullMarked
package gantry.payments;

import org.jspecify.annotations.NullMarked;

@NullMarked
package gantry.payments.proof;

import org.jspecify.annotations.NullMarked;

@NullMarked
package gantry.payments.claim;

import org.jspecify.annotations.NullMarked;

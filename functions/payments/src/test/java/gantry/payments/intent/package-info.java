@NullMarked
package gantry.payments.intent;

import org.jspecify.annotations.NullMarked;

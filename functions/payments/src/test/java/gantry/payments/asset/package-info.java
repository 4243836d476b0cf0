@NullMarked
package gantry.payments.asset;

import org.jspecify.annotations.NullMarked;

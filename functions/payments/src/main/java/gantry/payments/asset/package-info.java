/** The assets that payments are taken in, and their amounts. */
@NullMarked
package gantry.payments.asset;

import org.jspecify.annotations.NullMarked;

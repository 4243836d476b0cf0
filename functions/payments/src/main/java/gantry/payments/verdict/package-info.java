/** The rules that turn evidence into a verdict; pure. */
@NullMarked
package gantry.payments.verdict;

import org.jspecify.annotations.NullMarked;

/** Submitted hashes: verified, credited once, watched until they are settled. */
@NullMarked
package gantry.payments.claim;

import org.jspecify.annotations.NullMarked;

/** The audit: who did what to what, in hash chains that one call verifies. */
@NullMarked
package gantry.audit;

import org.jspecify.annotations.NullMarked;

/** The HTTP edge of access: what a user may do now, and who gives it by hand. */
@NullMarked
package gantry.webhooks.access;

import org.jspecify.annotations.NullMarked;

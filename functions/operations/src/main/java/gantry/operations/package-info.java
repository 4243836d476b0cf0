/** What operators need when it matters: the emergency switch and the audit. */
@NullMarked
package gantry.operations;

import org.jspecify.annotations.NullMarked;

/** What is kept of one user, told and taken away across all capabilities. */
@NullMarked
package gantry.operations.users;

import org.jspecify.annotations.NullMarked;

@NullMarked
package gantry.operations.users;

import org.jspecify.annotations.NullMarked;

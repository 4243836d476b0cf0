@NullMarked
package gantry.local.secrets;

import org.jspecify.annotations.NullMarked;

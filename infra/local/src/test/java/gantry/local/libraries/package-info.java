@NullMarked
package gantry.local.libraries;

import org.jspecify.annotations.NullMarked;

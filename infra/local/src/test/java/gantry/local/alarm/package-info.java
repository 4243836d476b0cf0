@NullMarked
package gantry.local.alarm;

import org.jspecify.annotations.NullMarked;

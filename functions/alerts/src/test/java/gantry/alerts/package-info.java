@NullMarked
package gantry.alerts;

import org.jspecify.annotations.NullMarked;

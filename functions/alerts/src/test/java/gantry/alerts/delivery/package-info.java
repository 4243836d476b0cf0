@NullMarked
package gantry.alerts.delivery;

import org.jspecify.annotations.NullMarked;

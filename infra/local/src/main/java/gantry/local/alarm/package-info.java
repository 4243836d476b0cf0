/** CloudWatch, as far as the template's alarms look at what functions write and how they fail. */
@NullMarked
package gantry.local.alarm;

import org.jspecify.annotations.NullMarked;

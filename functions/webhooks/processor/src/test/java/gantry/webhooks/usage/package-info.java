@NullMarked
package gantry.webhooks.usage;

import org.jspecify.annotations.NullMarked;

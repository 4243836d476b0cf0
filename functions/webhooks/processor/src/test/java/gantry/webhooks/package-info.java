@NullMarked
package gantry.webhooks;

import org.jspecify.annotations.NullMarked;

@NullMarked
package gantry.webhooks.grants;

import org.jspecify.annotations.NullMarked;

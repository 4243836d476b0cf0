@NullMarked
package gantry.webhooks.overview;

import org.jspecify.annotations.NullMarked;

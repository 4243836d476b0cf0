@NullMarked
package gantry.webhooks.plans;

import org.jspecify.annotations.NullMarked;

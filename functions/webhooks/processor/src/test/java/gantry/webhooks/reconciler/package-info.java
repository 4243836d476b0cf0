@NullMarked
package gantry.webhooks.reconciler;

import org.jspecify.annotations.NullMarked;

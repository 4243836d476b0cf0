/** How each provider signs what it sends: one class per scheme. */
@NullMarked
package gantry.webhooks.signature;

import org.jspecify.annotations.NullMarked;

/**
 * Payments in crypto: an intent, a transaction hash, and one credit if, and only if, the chain says
 * so. Handlers, controllers and settings; the topics are below.
 */
@NullMarked
package gantry.payments;

import org.jspecify.annotations.NullMarked;

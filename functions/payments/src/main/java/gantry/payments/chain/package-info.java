/** What chains say about a transaction, whoever says it. */
@NullMarked
package gantry.payments.chain;

import org.jspecify.annotations.NullMarked;

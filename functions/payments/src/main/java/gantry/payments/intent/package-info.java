/** What somebody is to pay: products, options, unique amounts, and who may be the payer. */
@NullMarked
package gantry.payments.intent;

import org.jspecify.annotations.NullMarked;

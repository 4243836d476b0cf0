/**
 * What every Lambda handler needs: its invocation context without the stock leak, JSON logs, EMF
 * metrics.
 */
@NullMarked
package gantry.lambda;

import org.jspecify.annotations.NullMarked;

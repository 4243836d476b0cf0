/** The v2 verdict: features, a fitted additive model, explanations. */
@NullMarked
package gantry.fakefollowers.model;

import org.jspecify.annotations.NullMarked;

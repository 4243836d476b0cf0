/**
 * What a verified webhook says about itself: its type, its resource, its id and its time, read from
 * bytes that nobody has to trust.
 */
@NullMarked
package gantry.webhooks.payload;

import org.jspecify.annotations.NullMarked;

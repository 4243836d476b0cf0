@NullMarked
package gantry.outbox;

import org.jspecify.annotations.NullMarked;

@NullMarked
package gantry.outbox.function;

import org.jspecify.annotations.NullMarked;

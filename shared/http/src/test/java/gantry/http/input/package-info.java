@NullMarked
package gantry.http.input;

import org.jspecify.annotations.NullMarked;

@NullMarked
package gantry.http.version;

import org.jspecify.annotations.NullMarked;

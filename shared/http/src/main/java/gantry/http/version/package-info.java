/** API versions: the path decides, older ones are translated into the newest and back. */
@NullMarked
package gantry.http.version;

import org.jspecify.annotations.NullMarked;

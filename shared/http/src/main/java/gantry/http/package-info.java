/** The edge of every HTTP function: requests as they were sent, and their ids. */
@NullMarked
package gantry.http;

import org.jspecify.annotations.NullMarked;

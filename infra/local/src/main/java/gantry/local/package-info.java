/** The local cloud: runs template.yaml on this machine. */
@NullMarked
package gantry.local;

import org.jspecify.annotations.NullMarked;

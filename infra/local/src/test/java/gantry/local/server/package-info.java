@NullMarked
package gantry.local.server;

import org.jspecify.annotations.NullMarked;

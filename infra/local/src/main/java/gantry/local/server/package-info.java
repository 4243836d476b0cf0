/** The four servers of the local cloud, their ports and the folder that keeps their state. */
@NullMarked
package gantry.local.server;

import org.jspecify.annotations.NullMarked;

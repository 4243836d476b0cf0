@NullMarked
package gantry.database;

import org.jspecify.annotations.NullMarked;

/** Flyway migrations, one folder and one schema per capability, and the Lambda that runs them. */
@NullMarked
package gantry.database;

import org.jspecify.annotations.NullMarked;

/** What the API document says beyond the code's own signatures, and how it becomes one document. */
@NullMarked
package gantry.openapi;

import org.jspecify.annotations.NullMarked;

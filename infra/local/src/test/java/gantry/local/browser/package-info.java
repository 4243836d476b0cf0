@NullMarked
package gantry.local.browser;

import org.jspecify.annotations.NullMarked;

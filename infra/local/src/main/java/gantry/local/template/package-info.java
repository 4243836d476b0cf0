/**
 * template.yaml as the local cloud sees it: read, resolved with local values, checked, and typed.
 */
@NullMarked
package gantry.local.template;

import org.jspecify.annotations.NullMarked;

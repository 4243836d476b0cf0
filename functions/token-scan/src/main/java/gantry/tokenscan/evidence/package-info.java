/**
 * What sources said, shared by all who ask about the same token, and kept for when they are away.
 */
@NullMarked
package gantry.tokenscan.evidence;

import org.jspecify.annotations.NullMarked;

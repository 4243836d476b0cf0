/** From what is known to what it means: findings, the worst of them, and how much is missing. */
@NullMarked
package gantry.tokenscan.judgement;

import org.jspecify.annotations.NullMarked;

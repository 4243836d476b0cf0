/**
 * From any writing to plain a-z: styled alphabets, ten Indic scripts by rules, the spelling fold.
 */
@NullMarked
package gantry.fakefollowers.script;

import org.jspecify.annotations.NullMarked;

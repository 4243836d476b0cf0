/** Is a word a name: an exact and fuzzy lexicon and a character model. */
@NullMarked
package gantry.fakefollowers.names;

import org.jspecify.annotations.NullMarked;

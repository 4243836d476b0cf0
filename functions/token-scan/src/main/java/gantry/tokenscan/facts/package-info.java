/**
 * What sources say about a token, three-valued: yes, no, or nothing. Nothing is never good news.
 */
@NullMarked
package gantry.tokenscan.facts;

import org.jspecify.annotations.NullMarked;

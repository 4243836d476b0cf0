/**
 * Calls to URLs that users give, such as webhook endpoints: only to public servers, over TLS, at
 * the address that was checked.
 */
@NullMarked
package gantry.egress;

import org.jspecify.annotations.NullMarked;

/**
 * The HTTP API: API Gateway's routes, events, authorizer cache, CORS and answers, in front of the
 * functions.
 */
@NullMarked
package gantry.local.gateway;

import org.jspecify.annotations.NullMarked;

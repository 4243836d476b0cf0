/**
 * Errors to Sentry and counted events to PostHog, where settings ask for it: no texts, no callers,
 * and gone before the handler returns.
 */
@NullMarked
package gantry.lambda.telemetry;

import org.jspecify.annotations.NullMarked;

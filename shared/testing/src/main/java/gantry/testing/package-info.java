/**
 * Embedded servers, event builders and clocks for tests and the local cloud: real PostgreSQL,
 * Redis, SQS and Kinesis, never mocks.
 */
@NullMarked
package gantry.testing;

import org.jspecify.annotations.NullMarked;

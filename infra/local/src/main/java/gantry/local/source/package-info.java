/**
 * Event sources: what Lambda's event source mappings and EventBridge do for queues, streams and
 * schedules.
 */
@NullMarked
package gantry.local.source;

import org.jspecify.annotations.NullMarked;

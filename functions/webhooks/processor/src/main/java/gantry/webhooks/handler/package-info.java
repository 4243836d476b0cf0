/** What gives events their effect: the contract of a handler and the registry of all. */
@NullMarked
package gantry.webhooks.handler;

import org.jspecify.annotations.NullMarked;

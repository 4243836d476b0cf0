/** Takes notices to where people are: Slack-compatible webhooks, PagerDuty, e-mail. */
@NullMarked
package gantry.alerts.delivery;

import org.jspecify.annotations.NullMarked;

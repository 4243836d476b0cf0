/**
 * Alerts: which rules fire now, since when, who looks after it; each change is told once. Rules are
 * evaluated here and by CloudWatch, from one definition.
 */
@NullMarked
package gantry.alerts;

import org.jspecify.annotations.NullMarked;

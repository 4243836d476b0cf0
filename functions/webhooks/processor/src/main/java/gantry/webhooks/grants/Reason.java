package gantry.webhooks.grants;

/** Why somebody has access, or has none. */
public enum Reason {
  ACTIVE,
  TRIAL,
  PAST_DUE_GRACE,
  CANCELLED_UNTIL_END,
  PAUSED_FREE,
  GRANT,
  ORDER,
  NONE,
  PAUSED_VOID,
  UNPAID,
  EXPIRED,
  REFUNDED
}

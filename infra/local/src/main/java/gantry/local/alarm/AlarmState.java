package gantry.local.alarm;

/** In CloudWatch's words. */
public enum AlarmState {
  ALARM,
  OK,
  INSUFFICIENT_DATA
}

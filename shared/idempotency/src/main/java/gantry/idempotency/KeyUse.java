package gantry.idempotency;

/** Whether a request must bring a key. */
public enum KeyUse {
  OPTIONAL,
  REQUIRED
}

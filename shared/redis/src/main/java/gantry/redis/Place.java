package gantry.redis;

/** Which of the servers. */
public enum Place {
  PRIMARY,
  BACKUP
}

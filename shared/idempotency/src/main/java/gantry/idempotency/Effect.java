package gantry.idempotency;

/** Where an idempotent request has its effect. */
public enum Effect {
  /**
   * In PostgreSQL: the whole controller method runs in one transaction, which the stored answer
   * joins. Whatever crashes when, there is one effect.
   */
  DATABASE,
  /**
   * Elsewhere too, such as on a queue: the answer is stored after the effect. A crash between the
   * two lets the request run again, so that the effect itself must be safe to repeat.
   */
  ELSEWHERE
}

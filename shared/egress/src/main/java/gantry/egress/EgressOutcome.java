package gantry.egress;

/** How a call to a user's URL ended. */
public sealed interface EgressOutcome {
  /** The server's status and the first bytes of its answer as text, for a delivery log. */
  record Answered(int status, String start) implements EgressOutcome {
    /** The body is a stranger's. */
    @Override
    public String toString() {
      return "Answered[status=" + status + "]";
    }
  }

  /** The guard kept the call back. */
  record Refused(Refusal refusal) implements EgressOutcome {}

  /** No connection, no TLS for this host, or no answer in HTTP. */
  record Unreachable() implements EgressOutcome {}

  /** No answer within the deadline; the server may have done what it was asked. */
  record TimedOut() implements EgressOutcome {}
}

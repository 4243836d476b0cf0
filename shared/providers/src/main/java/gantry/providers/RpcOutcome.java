package gantry.providers;

/** How a JSON-RPC call ended. */
public sealed interface RpcOutcome
    permits RpcOutcome.Result, RpcOutcome.Refused, Outcome.Unavailable {
  /** What the node answered; may be {@code null} in JSON, which is an answer too. */
  record Result(Json value) implements RpcOutcome {}

  /** The node's error; the capability knows which codes pass. */
  record Refused(String code, String message) implements RpcOutcome {}
}

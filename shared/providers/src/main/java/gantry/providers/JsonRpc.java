package gantry.providers;

import gantry.providers.Outcome.Reason;
import gantry.providers.Outcome.Unavailable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON-RPC 2.0 over a provider. Only for methods that read: calls are repeated. */
public final class JsonRpc {
  private static final int ID = 1;

  private final ProviderClient provider;

  public JsonRpc(ProviderClient provider) {
    this.provider = provider;
  }

  /** Calls a method that changes nothing, within a deadline that several calls may share. */
  public RpcOutcome call(Deadline deadline, String method, @Nullable Object... params) {
    var call = new LinkedHashMap<String, Object>();
    call.put("jsonrpc", "2.0");
    call.put("id", ID);
    call.put("method", method);
    call.put("params", Arrays.asList(params));
    return switch (provider.call(ProviderRequest.post().json(call).repeatable(), deadline)) {
      case Answer answer ->
          answer.json().flatMap(JsonRpc::read).orElse(new Unavailable(Reason.GARBLED));
      case Unavailable unavailable -> unavailable;
    };
  }

  /** Empty when it is no answer to this call. */
  private static Optional<RpcOutcome> read(Json json) {
    var error = json.at("error");
    if (error.isObject()) {
      var code = error.at("code").scalar().orElse("");
      return Optional.of(new RpcOutcome.Refused(code, error.at("message").text().orElse("")));
    }
    var isOurs = json.at("id").scalar().filter(String.valueOf(ID)::equals).isPresent();
    var result = json.at("result");
    return isOurs && !result.isAbsent()
        ? Optional.of(new RpcOutcome.Result(result))
        : Optional.empty();
  }
}

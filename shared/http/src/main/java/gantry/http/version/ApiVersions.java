package gantry.http.version;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import gantry.http.GatewayEvent;
import gantry.http.version.VersionChoice.AsItIs;
import gantry.http.version.VersionChoice.Gone;
import gantry.http.version.VersionChoice.Translated;
import gantry.http.version.VersionChoice.Unknown;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Serves each request in the version it asks for. Around the framework and not inside it: routing,
 * validation and errors are those of the newest version.
 */
@Singleton
public final class ApiVersions {
  private static final String HEADER = "gantry-version";

  private final ChooseVersion chooseVersion;
  private final TranslateVersion translateVersion;

  ApiVersions(ChooseVersion chooseVersion, TranslateVersion translateVersion) {
    this.chooseVersion = chooseVersion;
    this.translateVersion = translateVersion;
  }

  /** What the newest version answers, in the version asked for. */
  public APIGatewayV2HTTPResponse serve(
      APIGatewayV2HTTPEvent event,
      Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> newest) {
    var path = event.getRequestContext().getHttp().getPath();
    return switch (chooseVersion.choose(path, GatewayEvent.header(event, HEADER))) {
      case AsItIs _ -> newest.apply(event);
      case Translated chosen -> translated(event, chosen, newest);
      case Unknown _ ->
          translateVersion.problem(
              400, "unknown-version", "The path is not served in this version");
      case Gone(var version) ->
          with(
              translateVersion.problem(410, "version-gone", "The version has ended"),
              announcement(version));
    };
  }

  private APIGatewayV2HTTPResponse translated(
      APIGatewayV2HTTPEvent event,
      Translated chosen,
      Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> newest) {
    if (chosen.steps().isEmpty()) {
      return newest.apply(at(event, chosen.served()));
    }
    var rest = chosen.served().rest();
    translateVersion.upgrade(at(event, chosen.served()), chosen.steps(), rest);
    var answer = newest.apply(event);
    translateVersion.downgrade(answer, chosen.steps(), rest);
    return with(answer, announcement(chosen.steps().getFirst()));
  }

  private static APIGatewayV2HTTPEvent at(APIGatewayV2HTTPEvent event, VersionedPath path) {
    event.setRawPath(path.text());
    event.getRequestContext().getHttp().setPath(path.text());
    return event;
  }

  private static Map<String, String> announcement(OlderVersion version) {
    return version.retirement().headers(version.version().next());
  }

  private static APIGatewayV2HTTPResponse with(
      APIGatewayV2HTTPResponse answer, Map<String, String> headers) {
    var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    if (answer.getHeaders() != null) {
      all.putAll(answer.getHeaders());
    }
    all.putAll(headers);
    answer.setHeaders(all);
    return answer;
  }
}

package gantry.http.version;

import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The versions that this function serves: those with a route, and those translated into one. */
@Singleton
final class KnownVersions {
  private final Map<ApiVersion, OlderVersion> older;
  private final Set<ApiVersion> all;

  KnownVersions(List<OlderVersion> older, Router router) {
    this.older =
        older.stream().collect(Collectors.toMap(OlderVersion::version, Function.identity()));
    this.all =
        Stream.concat(routed(router), this.older.keySet().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  boolean contains(ApiVersion version) {
    return all.contains(version);
  }

  Optional<OlderVersion> older(ApiVersion version) {
    return Optional.ofNullable(older.get(version));
  }

  private static Stream<ApiVersion> routed(Router router) {
    return router
        .uriRoutes()
        .map(UriRouteInfo::getUriMatchTemplate)
        .flatMap(template -> VersionedPath.of(template.toPathString()).stream())
        .map(VersionedPath::version);
  }
}

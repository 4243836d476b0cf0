package gantry.http.version;

/** A version of one resource: {@code /v1/access} and all below it is version 1 of "access". */
public record ApiVersion(int number, String resource) {
  ApiVersion next() {
    return new ApiVersion(number + 1, resource);
  }

  String path() {
    return "/v" + number + "/" + resource;
  }
}

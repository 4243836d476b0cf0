package gantry.problem;

import io.micronaut.serde.exceptions.path.CollectionItemReferencePath;
import io.micronaut.serde.exceptions.path.MapItemReferencePath;
import io.micronaut.serde.exceptions.path.PropertyReferencePath;
import io.micronaut.serde.exceptions.path.ReferencePath;
import java.util.List;
import java.util.stream.Collectors;

/** Where in a body something is, as the client sees it: without the names of our classes. */
final class FieldPath {
  private FieldPath() {}

  /** From the innermost step outwards; such as {@code parts[0].label}. */
  static String of(List<ReferencePath> steps) {
    var path = steps.reversed().stream().map(FieldPath::step).collect(Collectors.joining());
    return path.startsWith(".") ? path.substring(1) : path;
  }

  private static String step(ReferencePath step) {
    return switch (step) {
      case PropertyReferencePath property -> "." + property.property().getName();
      case CollectionItemReferencePath item -> "[" + item.index() + "]";
      case MapItemReferencePath entry -> "." + entry.key();
      default -> "";
    };
  }
}

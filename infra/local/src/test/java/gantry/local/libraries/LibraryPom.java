package gantry.local.libraries;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A library's own POM, as Maven has kept it. */
record LibraryPom(Path repository, Element project) {
  static LibraryPom of(Path repository, Library library) {
    var file =
        repository
            .resolve(library.group().replace('.', '/'))
            .resolve(library.artifact())
            .resolve(library.version())
            .resolve(library.artifact() + "-" + library.version() + ".pom");
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var document = factory.newDocumentBuilder().parse(file.toFile());
      return new LibraryPom(repository, document.getDocumentElement());
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new AssertionError(library + " has no readable POM", e);
    }
  }

  /** The names of its licences, any of which one may choose; a parent's, where it names none. */
  List<String> licences() {
    var own =
        child(project, "licenses").stream()
            .flatMap(LibraryPom::children)
            .map(licence -> text(licence, "name"))
            .toList();
    return own.isEmpty() ? parent().map(LibraryPom::licences).orElse(List.of()) : own;
  }

  private Optional<LibraryPom> parent() {
    return child(project, "parent")
        .map(parent ->
            new Library(
                text(parent, "groupId"), text(parent, "artifactId"), text(parent, "version")))
        .map(parent -> of(repository, parent));
  }

  private static String text(Element element, String name) {
    return child(element, name).map(Node::getTextContent).orElse("").strip();
  }

  private static Optional<Element> child(Element element, String name) {
    return children(element).filter(child -> child.getTagName().equals(name)).findFirst();
  }

  private static Stream<Element> children(Element element) {
    var nodes = element.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }
}

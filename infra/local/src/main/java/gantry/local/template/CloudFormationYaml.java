package gantry.local.template;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * YAML with CloudFormation's short tags, which become their long forms ({@code !Ref X} to {@code
 * {Ref: X}}).
 */
final class CloudFormationYaml {
  private CloudFormationYaml() {}

  static Map<String, Object> parse(String text) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      return Nodes.map(new Yaml(new ShortTags(options)).load(text));
    } catch (YAMLException e) {
      throw new TemplateException("the template is no valid YAML: " + e.getMessage());
    }
  }

  private static final class ShortTags extends SafeConstructor {
    ShortTags(LoaderOptions options) {
      super(options);
      yamlMultiConstructors.put("!", new ShortTag());
    }

    private final class ShortTag extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        var name = node.getTag().getValue().substring(1);
        return switch (name) {
          case "Ref", "Condition" -> Map.of(name, content(node));
          case "GetAtt" -> Map.of("Fn::GetAtt", attribute(content(node)));
          default -> Map.of("Fn::" + name, content(node));
        };
      }
    }

    private Object content(Node node) {
      return switch (node) {
        case ScalarNode scalar -> scalar.getValue();
        case SequenceNode sequence -> constructSequence(sequence);
        case MappingNode mapping -> constructMapping(mapping);
        default -> throw new TemplateException("unexpected YAML at " + node.getStartMark());
      };
    }

    private static Object attribute(Object content) {
      return content instanceof String text ? List.of(text.split("\\.", 2)) : content;
    }
  }
}

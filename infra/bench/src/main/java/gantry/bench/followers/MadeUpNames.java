package gantry.bench.followers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Words in which a letter follows two others as often as in a list of names. */
final class MadeUpNames {
  private static final String START = "^^";
  private static final char END = '$';

  private final Map<String, List<Character>> next = new HashMap<>();

  MadeUpNames(List<String> names) {
    names.stream().filter(name -> name.matches("[a-z]{3,14}")).forEach(this::learn);
  }

  private void learn(String name) {
    var marked = START + name + END;
    for (var i = 2; i < marked.length(); i++) {
      next.computeIfAbsent(marked.substring(i - 2, i), _ -> new ArrayList<>())
          .add(marked.charAt(i));
    }
  }

  String next(Random random) {
    var name = new StringBuilder(START);
    while (name.charAt(name.length() - 1) != END) {
      var choices = next.getOrDefault(name.substring(name.length() - 2), List.of(END));
      name.append((char) choices.get(random.nextInt(choices.size())));
    }
    var word = name.substring(2, name.length() - 1);
    return word.length() < 3 || word.length() > 20 ? next(random) : word;
  }
}

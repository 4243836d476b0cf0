package gantry.fakefollowers.script;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How each language's names are usually spelt where letter by letter is not how. */
final class Respelling {
  private static final Map<IndicScript, List<Rule>> RULES = new EnumMap<>(IndicScript.class);

  static {
    var north = rules("jn>gy", "chchh>chh");
    var south = rules("jn>gn", "ayya$>aiah", "avu?$>ao");
    RULES.put(IndicScript.HINDI, north);
    RULES.put(IndicScript.GUJARATI, north);
    RULES.put(IndicScript.PUNJABI, rules("ndar$>nder"));
    RULES.put(IndicScript.BENGALI, rules("(?<=[bcdgklmnprst])ya(?=n)>a", "au>ou"));
    RULES.put(IndicScript.ORIYA, List.of());
    RULES.put(
        IndicScript.TAMIL,
        rules("tch(?=u)>ksh", "thth>th", "ppir>br", "pir(?=[aiu])>pr", "iya(?=n)>ia", "rr>tr"));
    RULES.put(IndicScript.TELUGU, rules("jn>gn", "ayudu$>aidu", "avu$>ao"));
    RULES.put(IndicScript.KANNADA, concat(south, rules("au>ow")));
    RULES.put(IndicScript.MALAYALAM, rules("thth>th", "jn>gn", "vv>v"));
  }

  private Respelling() {}

  private static List<Rule> rules(String... texts) {
    return List.of(texts).stream().map(Rule::of).toList();
  }

  private static List<Rule> concat(List<Rule> first, List<Rule> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  static String of(IndicScript script, String latin) {
    var spelt = latin;
    for (var rule : RULES.getOrDefault(script, List.of())) {
      spelt = rule.pattern.matcher(spelt).replaceAll(rule.replacement);
    }
    return spelt;
  }

  private record Rule(Pattern pattern, String replacement) {
    static Rule of(String text) {
      var arrow = text.lastIndexOf('>');
      return new Rule(Pattern.compile(text.substring(0, arrow)), text.substring(arrow + 1));
    }
  }
}

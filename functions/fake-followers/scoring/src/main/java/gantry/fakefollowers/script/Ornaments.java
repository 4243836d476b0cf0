package gantry.fakefollowers.script;

import java.util.HashMap;
import java.util.Map;

/**
 * Letters in circles, boxes and parentheses, small capitals and letters standing on their heads.
 */
final class Ornaments {
  private static final int LETTERS = 26;
  private static final int FEWEST_TURNED = 2;
  private static final Map<Integer, Integer> PLAIN = new HashMap<>();
  private static final Map<Integer, Integer> TURNED = new HashMap<>();

  static {
    run(0x249C, 'a', LETTERS); // parenthesised
    run(0x1F110, 'A', LETTERS);
    run(0x1F130, 'A', LETTERS); // squared
    run(0x1F150, 'a', LETTERS); // negative circled
    run(0x1F170, 'A', LETTERS); // negative squared
    run(0x278A, '1', 9);
    run(0x2776, '1', 9);
    run(0x24F5, '1', 9);
    PLAIN.put(0x24FF, (int) '0');
    pairs(PLAIN, "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpꞯqʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzⱽV");
    pairs(TURNED, "ɐaqbɔcpdǝeɟfƃgɥhᴉiɾjʞkʅlɯmunnudpbqɹrʇtʌvʍwʎyԀPɅA∀A┴TפG");
  }

  private Ornaments() {}

  private static void run(int first, char plain, int length) {
    for (var i = 0; i < length; i++) {
      PLAIN.put(first + i, plain + i);
    }
  }

  private static void pairs(Map<Integer, Integer> table, String pairs) {
    for (var i = 0; i < pairs.length(); i += 2) {
      table.put((int) pairs.charAt(i), (int) pairs.charAt(i + 1));
    }
  }

  static String plain(String text) {
    var turned = text.codePoints().filter(Ornaments::isTurned).count() >= FEWEST_TURNED;
    var plain = new StringBuilder(text.length());
    text.codePoints().map(letter -> plain(letter, turned)).forEach(plain::appendCodePoint);
    return turned ? plain.reverse().toString() : plain.toString();
  }

  /** Plain letters, such as q for b, are turned ones only beside letters that nothing else is. */
  private static boolean isTurned(int letter) {
    return letter > 0x7F && letter != 'פ' && TURNED.containsKey(letter);
  }

  private static int plain(int letter, boolean turned) {
    return turned ? TURNED.getOrDefault(letter, letter) : PLAIN.getOrDefault(letter, letter);
  }
}

package gantry.fakefollowers.script;

import java.util.ArrayList;
import java.util.List;

/** Reads a word of one Brahmic script into its sounds, before any rule of a language. */
final class BrahmicReader {
  private final IndicScript script;
  private final String word;
  private final List<Sound> sounds = new ArrayList<>();
  private boolean doubleNext;
  private int at;

  BrahmicReader(IndicScript script, String word) {
    this.script = script;
    this.word = word;
  }

  List<Sound> read() {
    for (at = 0; at < word.length(); at++) {
      read(place(at));
    }
    return sounds;
  }

  private int place(int index) {
    return index < word.length() ? script.place(word.charAt(index)) : -1;
  }

  private void read(int place) {
    var consonant = BrahmicLetters.consonant(script, place);
    var end = BrahmicLetters.end(script, place);
    if (!end.isEmpty()) {
      sounds.add(Sound.silent(end));
    } else if (!consonant.isEmpty()) {
      addConsonant(place, consonant);
    } else if (!BrahmicLetters.vowel(place).isEmpty()) {
      sounds.add(new Sound("", BrahmicLetters.vowel(place), Sound.Kind.WRITTEN));
    } else {
      readSign(place);
    }
  }

  private void addConsonant(int place, String plain) {
    var marked = place(at + 1) == BrahmicLetters.NUKTA;
    var consonant = marked ? BrahmicLetters.withNukta(place, plain) : plain;
    if (marked) {
      at++;
    }
    if (doubleNext) {
      sounds.add(Sound.silent(consonant.substring(0, 1)));
      doubleNext = false;
    }
    sounds.add(Sound.inherent(consonant));
  }

  private void readSign(int place) {
    switch (place) {
      case BrahmicLetters.VIRAMA -> replaceLast(last().silenced());
      case BrahmicLetters.CANDRABINDU, BrahmicLetters.ANUSVARA -> sounds.add(Sound.silent(nasal()));
      // Gurmukhi has these two where other blocks have rare letters of their own.
      case BrahmicLetters.TIPPI -> sounds.add(Sound.silent(nasal()));
      case BrahmicLetters.ADDAK -> doubleNext = true;
      default -> readVowelSign(place);
    }
  }

  private String nasal() {
    var next = BrahmicLetters.consonant(script, place(at + 1));
    if (next.startsWith("p") || next.startsWith("b") || next.equals("m")) {
      return "m";
    }
    if (next.isEmpty() && at == word.length() - 1) {
      return script == IndicScript.MALAYALAM || script == IndicScript.TELUGU ? "m" : "n";
    }
    return next.equals("h") ? "ng" : "n";
  }

  private void readVowelSign(int place) {
    var vowel = BrahmicLetters.sign(place);
    if (!vowel.isEmpty() && !sounds.isEmpty()) {
      replaceLast(last().with(vowel));
    }
  }

  private Sound last() {
    return sounds.isEmpty() ? Sound.silent("") : sounds.getLast();
  }

  private void replaceLast(Sound sound) {
    if (!sounds.isEmpty()) {
      sounds.set(sounds.size() - 1, sound);
    }
  }
}

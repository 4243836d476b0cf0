package gantry.bench.followers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gantry.fakefollowers.model.Feature;
import gantry.fakefollowers.model.FeatureValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the labelled sets; their rows may not be copied, so the folder is an argument. */
final class LabelledRows {
  private static final Map<String, Feature> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("similarity_score", Feature.SIMILARITY);
    COLUMNS.put("ratio_handle_name", Feature.RATIO);
    COLUMNS.put("partial_ratio_handle_name", Feature.PARTIAL_RATIO);
    COLUMNS.put("handle_digits", Feature.HANDLE_DIGITS);
    COLUMNS.put("handle_digit_share", Feature.HANDLE_DIGIT_SHARE);
    COLUMNS.put("handle_trailing_digits", Feature.TRAILING_DIGITS);
    COLUMNS.put("handle_length", Feature.HANDLE_LENGTH);
    COLUMNS.put("handle_entropy", Feature.HANDLE_ENTROPY);
    COLUMNS.put("handle_vowel_share", Feature.HANDLE_VOWEL_SHARE);
    COLUMNS.put("handle_starts_upper", Feature.HANDLE_STARTS_UPPER);
    COLUMNS.put("handle_is_lower", Feature.HANDLE_IS_LOWER);
    COLUMNS.put("handle_has_underscore", Feature.HANDLE_HAS_UNDERSCORE);
    COLUMNS.put("name_length", Feature.NAME_LENGTH);
    COLUMNS.put("name_words", Feature.NAME_WORDS);
    COLUMNS.put("name_digits", Feature.NAME_DIGITS);
    COLUMNS.put("name_is_lower", Feature.NAME_IS_LOWER);
    COLUMNS.put("name_is_upper", Feature.NAME_IS_UPPER);
    COLUMNS.put("name_equals_handle_ci", Feature.NAME_EQUALS_HANDLE);
  }

  private LabelledRows() {}

  static List<Sample> handles(Path csv) throws IOException {
    var lines = Files.readAllLines(csv);
    var header = List.of(lines.getFirst().split(",", -1));
    var samples = new ArrayList<Sample>();
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split(",", -1);
      var values = new FeatureValues();
      COLUMNS.forEach((column, feature) ->
          values.put(feature, Double.parseDouble(cells[header.indexOf(column)])));
      samples.add(new Sample(values, cells[header.indexOf("label")].equals("1")));
    }
    return samples;
  }

  static List<Sample> profiles(Path jsonLines) throws IOException {
    var json = new ObjectMapper();
    var samples = new ArrayList<Sample>();
    for (var line : Files.readAllLines(jsonLines)) {
      var row = json.readTree(line);
      samples.add(new Sample(profile(row), row.get("isFake").asInt() == 1));
    }
    return samples;
  }

  private static FeatureValues profile(JsonNode row) {
    var followers = row.get("userFollowerCount").asDouble();
    var following = row.get("userFollowingCount").asDouble();
    return new FeatureValues()
        .put(Feature.FOLLOWERS, followers)
        .put(Feature.FOLLOWING, following)
        .put(Feature.FOLLOWING_PER_FOLLOWER, (following + 1) / (followers + 1))
        .put(Feature.POSTS, row.get("userMediaCount").asDouble())
        .put(Feature.HAS_PICTURE, row.get("userHasProfilPic").asDouble())
        .put(Feature.PRIVATE, row.get("userIsPrivate").asDouble())
        .put(Feature.BIO_LENGTH, row.get("userBiographyLength").asDouble());
  }
}

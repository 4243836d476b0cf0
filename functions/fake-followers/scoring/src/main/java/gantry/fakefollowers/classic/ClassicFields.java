package gantry.fakefollowers.classic;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** The original's output, field by field. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ClassicFields(
    @JsonProperty("symbolic_name") String symbolicName,
    @JsonProperty("fake_real_based_on_lang") int foreignScript,
    @JsonProperty("transliterated_follower_name") String transliteratedName,
    @JsonProperty("decoded_name") String decodedName,
    @JsonProperty("cleaned_handle") String cleanedHandle,
    @JsonProperty("cleaned_name") String cleanedName,
    @JsonProperty("chhitij_logic") int handleRule,
    @JsonProperty("number_handle") int handleDigits,
    @JsonProperty("number_more_than_4_handle") int manyHandleDigits,
    @JsonProperty("similarity_score") double similarity,
    @JsonProperty("fake_real_based_on_fuzzy_score_90") int dissimilar,
    @JsonProperty("process1_") int process,
    @JsonProperty("final_") double verdict,
    @JsonProperty("numeric_handle") int numericHandle,
    @JsonProperty("indian_name_score") double nameScore,
    @JsonProperty("score_80") int knownName) {}

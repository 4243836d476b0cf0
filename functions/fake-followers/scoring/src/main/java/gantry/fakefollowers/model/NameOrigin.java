package gantry.fakefollowers.model;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What is known of a name itself: its best match in the lexicon, 0 to 100, and how probably it is
 * an Indian name by its letters. It stands beside the verdict and never moves it: where somebody
 * comes from is no evidence.
 */
@Serdeable
public record NameOrigin(double lexiconScore, double looksIndian) {}

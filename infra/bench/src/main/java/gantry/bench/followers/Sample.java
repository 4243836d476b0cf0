package gantry.bench.followers;

import gantry.fakefollowers.model.FeatureValues;

/** A labelled account's features. */
record Sample(FeatureValues values, boolean fake) {}

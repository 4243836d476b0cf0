package gantry.fakefollowers.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** How many followers an audit has, how many are scored, and how many batches are not back. */
@MappedEntity("followers.batches")
record BatchTotals(@Id long total, long scored, long waiting) {}

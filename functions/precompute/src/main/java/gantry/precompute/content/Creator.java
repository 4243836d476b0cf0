package gantry.precompute.content;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;

/** What others see of a person who makes roadmaps. */
@MappedEntity("content.creators")
@Serdeable
record Creator(@Id String id, String name, String bio, long followers) {}

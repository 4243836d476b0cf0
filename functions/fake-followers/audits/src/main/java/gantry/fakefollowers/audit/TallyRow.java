package gantry.fakefollowers.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;

/** A number of the summary, or what is to be added to it. */
@MappedEntity("followers.tallies")
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record TallyRow(String kind, @Id String name, long followers) {}

package gantry.outbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** How far each consumer of a stream has come with each aggregate. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresPositionStore extends GenericRepository<OutboxRow, UUID> {
  String ADVANCE_TO =
      """
      INSERT INTO outbox.positions AS p (consumer, aggregate_type, aggregate, sequence)
      VALUES (:consumer, :aggregateType, :aggregate, :sequence)
      ON CONFLICT (consumer, aggregate_type, aggregate)
      DO UPDATE SET sequence = EXCLUDED.sequence
      WHERE p.sequence < EXCLUDED.sequence
      """;

  @Query(ADVANCE_TO)
  int advanceTo(String consumer, String aggregateType, String aggregate, long sequence);
}

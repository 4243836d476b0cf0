package gantry.payments.claim;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which legs belong to whom, for ever. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresLegStore extends GenericRepository<LegRow, String> {
  String CONSUME =
      """
      INSERT INTO payments.consumed_legs (chain, hash, leg, claim, at)
      VALUES (:chain, :hash, :leg, :claim, :at)
      ON CONFLICT DO NOTHING
      RETURNING claim
      """;

  String LOCK =
      """
      SELECT CAST(pg_advisory_xact_lock(hashtextextended(:name, 0)) AS text)
      """;

  /** A leg with a number of its block, as they once were named, may be any of the transaction. */
  String OF_OTHERS =
      """
      SELECT CASE WHEN leg LIKE 'log-%' THEN 'whole' ELSE leg END
      FROM payments.consumed_legs
      WHERE chain = :chain AND hash = :hash AND claim <> :claim
      """;

  /** Null when it is somebody's already. An argument named leg would be taken for the column's. */
  @Query(CONSUME)
  @Nullable UUID consume(LegRow row);

  /** Until the transaction ends nobody else takes legs under this name. */
  @Query(LOCK)
  @Nullable String lock(String name);

  @Query(OF_OTHERS)
  List<String> ofOthers(String chain, String hash, UUID claim);
}

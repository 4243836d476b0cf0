package gantry.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which chains are broken, and where the next look at them begins. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresBreakStore extends GenericRepository<Chain, String> {
  String AFTER = "SELECT after FROM audit.watch";

  String GO_ON_AFTER = "UPDATE audit.watch SET after = :after";

  /** Those that were looked at; a chain without its end is looked for each time. */
  String FORGET =
      """
      DELETE FROM audit.breaks
      WHERE reason = 'END_MISSING'
        OR chain > :after AND (CAST(:last AS text) IS NULL OR chain <= :last)
      """;

  String NOTE =
      """
      INSERT INTO audit.breaks (chain, number, reason, found_at)
      VALUES (:chain, :number, :reason, :at)
      ON CONFLICT (chain) DO UPDATE
      SET number = EXCLUDED.number, reason = EXCLUDED.reason, found_at = EXCLUDED.found_at
      """;

  String COUNT = "SELECT count(*) FROM audit.breaks";

  @Query(AFTER)
  String after();

  @Query(GO_ON_AFTER)
  void goOnAfter(String after);

  @Query(FORGET)
  int forget(String after, @Nullable String last);

  @Query(NOTE)
  void note(String chain, long number, String reason, Instant at);

  @Query(COUNT)
  int count();
}

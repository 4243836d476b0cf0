package gantry.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The ends of the chains. Only a new event moves one: the database sees to that itself. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresChainStore extends GenericRepository<Chain, String> {
  String LOCK =
      """
      SELECT chain, last_number, last_hash
      FROM audit.chains
      WHERE chain = :chain
      FOR UPDATE
      """;

  String OPEN_IF_NEW =
      """
      INSERT INTO audit.chains (chain, last_number, last_hash)
      VALUES (:chain, 0, '')
      ON CONFLICT DO NOTHING
      """;

  String AFTER =
      """
      SELECT chain, last_number, last_hash
      FROM audit.chains
      WHERE chain > :after
      ORDER BY chain
      LIMIT :limit
      """;

  /** Chains that the root tells of, or that have events, and whose end is gone. */
  String WITHOUT_END =
      """
      SELECT known.chain
      FROM (
        SELECT object AS chain FROM audit.events WHERE chain = 'root'
        UNION
        SELECT 'root'
        UNION
        SELECT chain FROM audit.events) known
      WHERE NOT EXISTS (SELECT 1 FROM audit.chains c WHERE c.chain = known.chain)
      ORDER BY known.chain
      LIMIT 100
      """;

  @Query(LOCK)
  Optional<Chain> lock(String chain);

  @Query(OPEN_IF_NEW)
  int openIfNew(String chain);

  @Query(AFTER)
  List<Chain> after(String after, int limit);

  @Query(WITHOUT_END)
  List<String> withoutEnd();
}

package gantry.payments.claim;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whose money each credit took, until it is taken back. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresPartStore extends GenericRepository<PartRow, UUID> {
  String INSERT =
      """
      INSERT INTO payments.credited_parts (claim, credit)
      VALUES (:claim, :credit)
      """;

  String FIND =
      """
      SELECT claim, credit
      FROM payments.credited_parts
      WHERE claim = :claim
      """;

  String OF_CREDIT =
      """
      SELECT claim, credit
      FROM payments.credited_parts
      WHERE credit = :credit
      ORDER BY claim
      """;

  String DELETE =
      """
      DELETE FROM payments.credited_parts
      WHERE credit = :credit
      """;

  String IS_LEFT =
      """
      SELECT EXISTS (
        SELECT
        FROM payments.credited_parts p
        JOIN payments.claims c ON c.id = p.claim
        WHERE c.intent = :intent)
      """;

  @Query(INSERT)
  int insert(PartRow part);

  @Query(FIND)
  Optional<PartRow> find(UUID claim);

  @Query(OF_CREDIT)
  List<PartRow> ofCredit(UUID credit);

  @Query(DELETE)
  int delete(UUID credit);

  /** Whether the intent has any credit. */
  @Query(IS_LEFT)
  boolean isLeft(UUID intent);
}

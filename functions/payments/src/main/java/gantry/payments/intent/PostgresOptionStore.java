package gantry.payments.intent;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ways to pay, and which amounts are somebody's own. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresOptionStore extends GenericRepository<OptionRow, UUID> {
  String INSERT_IF_FREE =
      """
      INSERT INTO payments.options (intent, chain, asset, recipient, units, reserved, position)
      VALUES (:intent, :chain, :asset, :recipient, :units, :reserved, :position)
      ON CONFLICT (chain, asset, recipient, units) WHERE reserved DO NOTHING
      RETURNING intent
      """;

  /** Nobody may be mistaken for another, also not for one whose amount a service stated. */
  String IS_ASKED =
      """
      SELECT EXISTS (
        SELECT
        FROM payments.options o
        JOIN payments.intents i ON i.id = o.intent
        WHERE o.chain = :chain AND o.asset = :asset AND o.recipient = :recipient
          AND o.units = :units AND i.expires_at > :endedBefore)
      """;

  String RELEASE_ENDED =
      """
      UPDATE payments.options o
      SET reserved = FALSE
      FROM payments.intents i
      WHERE i.id = o.intent AND o.reserved AND o.chain = :chain AND o.asset = :asset
        AND o.recipient = :recipient AND o.units = :units AND i.expires_at <= :endedBefore
      """;

  String OF_INTENT =
      """
      SELECT intent, chain, asset, recipient, units, reserved, position
      FROM payments.options
      WHERE intent = :intent
      ORDER BY position
      """;

  @Query(INSERT_IF_FREE)
  @Nullable UUID insertIfFree(OptionRow option);

  @Query(IS_ASKED)
  boolean isAsked(
      String chain, String asset, String recipient, BigDecimal units, Instant endedBefore);

  @Query(RELEASE_ENDED)
  int releaseEnded(
      String chain, String asset, String recipient, BigDecimal units, Instant endedBefore);

  @Query(OF_INTENT)
  List<OptionRow> ofIntent(UUID intent);
}

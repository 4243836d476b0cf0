package gantry.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of the audit. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresAuditStore extends GenericRepository<AuditRow, UUID> {
  String INSERT =
      """
      INSERT INTO audit.events
        (id, chain, number, tenant, actor, action, object_type, object, before_hash, after_hash,
         details, request_id, at, previous_hash, hash)
      VALUES
        (:id, :chain, :number, :tenant, :actor, :action, :objectType, :object, :beforeHash,
         :afterHash, :details, :requestId, :at, :previousHash, :hash)
      """;

  String OF_CHAIN =
      """
      SELECT id, chain, number, tenant, actor, action, object_type, object, before_hash, after_hash,
             details, request_id, at, previous_hash, hash
      FROM audit.events
      WHERE chain = :chain AND number > :after AND number <= :last
      ORDER BY number
      LIMIT :limit
      """;

  String NEWEST_FIRST =
      """
      SELECT id, chain, number, tenant, actor, action, object_type, object, before_hash, after_hash,
             details, request_id, at, previous_hash, hash
      FROM audit.events
      WHERE (CAST(:tenant AS text) IS NULL OR tenant = :tenant)
        AND (CAST(:actor AS text) IS NULL OR actor = :actor)
        AND (CAST(:action AS text) IS NULL OR action = :action)
        AND (CAST(:objectType AS text) IS NULL OR object_type = :objectType)
        AND (CAST(:object AS text) IS NULL OR object = :object)
        AND at >= :from
        AND at < :to
        AND (at, id) < (:beforeTime, :beforeId)
      ORDER BY at DESC, id DESC
      LIMIT :limit
      """;

  @Query(INSERT)
  void insert(AuditRow row);

  @Query(OF_CHAIN)
  List<AuditRow> ofChain(String chain, long after, long last, int limit);

  @Query(NEWEST_FIRST)
  List<AuditRow> newestFirst(
      @Nullable String tenant,
      @Nullable String actor,
      @Nullable String action,
      @Nullable String objectType,
      @Nullable String object,
      Instant from,
      Instant to,
      Instant beforeTime,
      UUID beforeId,
      int limit);
}

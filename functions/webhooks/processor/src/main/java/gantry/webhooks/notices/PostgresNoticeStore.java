package gantry.webhooks.notices;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was published about each subject. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresNoticeStore extends GenericRepository<PublishedNotice, String> {
  String OF_SUBJECT =
      """
      SELECT subject, condition, occurrence, at, ended_at
      FROM webhooks.notices
      WHERE subject = :subject
      """;

  String ADD_ONCE =
      """
      INSERT INTO webhooks.notices (subject, condition, occurrence, at, ended_at)
      VALUES (:subject, :condition, :occurrence, :at, :endedAt)
      ON CONFLICT DO NOTHING
      RETURNING subject
      """;

  @Query(OF_SUBJECT)
  List<PublishedNotice> ofSubject(String subject);

  /** Null when it is no news. */
  @Query(ADD_ONCE)
  @Nullable String addOnce(PublishedNotice notice);
}

package gantry.operations.users;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** Each capability tells and forgets a user by functions of its own schema. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresUserDataStore extends GenericRepository<Erasure, String> {
  String EVERYTHING =
      """
      SELECT CAST(jsonb_build_object(
        'tenant', CAST(:tenant AS text),
        'userId', CAST(:user AS text),
        'exportedAt', now(),
        'content', content.user_data(:tenant, :user),
        'followers', followers.user_data(:tenant, :user),
        'payments', payments.user_data(:tenant, :user),
        'tokens', token_scan.user_data(:tenant, :user),
        'webhooks', webhooks.user_data(:tenant, :user)) AS text)
      """;

  /** One that has begun goes on under its pseudonym. */
  String BEGIN =
      """
      INSERT INTO operations.erasures AS known (pseudonym, tenant, user_id, begun_at)
      VALUES (:pseudonym, :tenant, :user, now())
      ON CONFLICT (tenant, user_id) DO UPDATE SET begun_at = known.begun_at
      RETURNING pseudonym
      """;

  String ERASE =
      """
      SELECT content.erase_user(:tenant, :user, :pseudonym, :most) AS content,
             followers.erase_user(:tenant, :user, :pseudonym, :most) AS followers,
             payments.erase_user(:tenant, :user, :pseudonym, :most) AS payments,
             idempotency.erase_user(:tenant, :user, :pseudonym, :most) AS requests,
             token_scan.erase_user(:tenant, :user, :pseudonym, :most) AS tokens,
             webhooks.erase_user(:tenant, :user, :pseudonym, :most) AS webhooks
      """;

  String WAITS = "SELECT webhooks.erasure_waits(:tenant, :user)";

  String END =
      """
      UPDATE operations.erasures
      SET user_id = NULL, ended_at = now()
      WHERE pseudonym = :pseudonym AND ended_at IS NULL
      """;

  @Query(EVERYTHING)
  String everythingOf(String tenant, String user);

  @Query(BEGIN)
  String begin(String pseudonym, String tenant, String user);

  /** At most so many rows of each kind. */
  @Query(ERASE)
  Erased erase(String tenant, String user, String pseudonym, int most);

  /** Whether a name is still needed, for a short while. */
  @Query(WAITS)
  boolean waits(String tenant, String user);

  /** 0 when another call has ended it. */
  @Query(END)
  int end(String pseudonym);
}

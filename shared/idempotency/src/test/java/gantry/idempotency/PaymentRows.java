package gantry.idempotency;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PaymentRows extends GenericRepository<PaymentRows.Row, UUID> {
  @MappedEntity("payments")
  record Row(@Id UUID id, long amount) {}

  @Query("INSERT INTO payments (id, amount) VALUES (:id, :amount)")
  int insert(UUID id, long amount);
}

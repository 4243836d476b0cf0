package gantry.postgres;

import gantry.secrets.SecretUnavailableException;
import gantry.secrets.Secrets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Asks for the password at each new connection, so that a rotated one needs no restart. */
final class SecretDataSource extends PGSimpleDataSource {
  private static final long serialVersionUID = 1;
  private static final String INVALID_PASSWORD = "28P01";
  private static final String UNABLE_TO_CONNECT = "08001";

  private final transient Secrets secrets;

  SecretDataSource(Secrets secrets) {
    this.secrets = secrets;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return getConnection(getUser(), currentPassword());
  }

  private String currentPassword() throws SQLException {
    try {
      return secrets.find("DATABASE_PASSWORD").orElseThrow(SecretDataSource::missing);
    } catch (SecretUnavailableException e) {
      throw new SQLException("The password is unknown for now", UNABLE_TO_CONNECT, e);
    }
  }

  private static SQLException missing() {
    return new SQLException("DATABASE_PASSWORD is not set", INVALID_PASSWORD);
  }
}

package gantry.problem;

import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;

/** A host that does not answer. */
@Singleton
final class UnreachableHost implements Unavailability {
  @Override
  public boolean isToldBy(Throwable failure) {
    return failure instanceof ConnectException
        || failure instanceof SocketTimeoutException
        || failure instanceof UnknownHostException
        || failure instanceof HttpTimeoutException
        || failure instanceof TimeoutException;
  }
}

package gantry.problem;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** An AWS service that is out of reach, throttles or fails. */
@Singleton
@Requires(classes = SdkException.class)
final class UnreachableAws implements Unavailability {
  @Override
  public boolean isToldBy(Throwable failure) {
    return switch (failure) {
      case SdkServiceException service ->
          service.statusCode() >= 500 || service.isThrottlingException();
      case RetryableException _ -> true;
      case SdkClientException client -> client.retryable() || client.getCause() != null;
      default -> false;
    };
  }
}

package gantry.webhooks.inbox;

import gantry.webhooks.payload.RawBody;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Keeps the exact bytes in a {@code bytea}. */
@Singleton
public final class RawBodyColumn implements AttributeConverter<RawBody, byte[]> {
  @Override
  public byte @Nullable [] convertToPersistedValue(
      @Nullable RawBody body, ConversionContext context) {
    return body == null ? null : body.bytes();
  }

  @Override
  public @Nullable RawBody convertToEntityValue(
      byte @Nullable [] bytes, ConversionContext context) {
    return bytes == null ? null : RawBody.of(bytes);
  }
}

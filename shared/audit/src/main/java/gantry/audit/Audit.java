package gantry.audit;

import gantry.lambda.RequestId;
import gantry.lambda.UuidV7;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a transaction writes down who did what; it commits or is undone with the change. */
@Singleton
public final class Audit {
  private final AuditChains chains;
  private final JsonMapper json;
  private final UuidV7 ids;
  private final Clock clock;

  Audit(AuditChains chains, JsonMapper json, UuidV7 ids, Clock clock) {
    this.chains = chains;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /** In the transaction of the change, as late in it as possible: it holds the chain's end. */
  public UUID append(AuditEvent event) {
    var id = ids.next();
    chains.append(Chain.of(event.actor(), event.object()), end -> row(id, event, end));
    return id;
  }

  private AuditRow row(UUID id, AuditEvent event, Chain end) {
    return new AuditRow(
        id,
        end.chain(),
        end.lastNumber() + 1,
        event.actor().tenant(),
        event.actor().id(),
        event.action(),
        event.object().type(),
        event.object().id(),
        hash(event.before()),
        hash(event.after()),
        write(new TreeMap<>(event.details())),
        RequestId.current().orElse(null),
        clock.instant(),
        end.lastHash(),
        "");
  }

  private @Nullable String hash(@Nullable Record state) {
    return state == null ? null : new FieldsHash().add(write(state)).hex();
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

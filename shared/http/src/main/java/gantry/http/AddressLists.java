package gantry.http;

import gantry.lambda.AddressBlock;
import gantry.lambda.ClientAddress;
import io.micronaut.context.annotation.Context;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which addresses may call. Made at start, so that a malformed list stops it with its name. */
@Context
final class AddressLists {
  private final List<AddressBlock> allowed;
  private final List<AddressBlock> denied;

  AddressLists(AddressConfig config) {
    allowed = blocks("IP_ALLOW", config.allow());
    denied = blocks("IP_DENY", config.deny());
  }

  boolean areEmpty() {
    return allowed.isEmpty() && denied.isEmpty();
  }

  /** Denial wins; without an allow list everybody else may call. */
  boolean admit(ClientAddress client) {
    return !anyHolds(denied, client) && (allowed.isEmpty() || anyHolds(allowed, client));
  }

  private static boolean anyHolds(List<AddressBlock> blocks, ClientAddress client) {
    return blocks.stream().anyMatch(block -> block.contains(client.address()));
  }

  private static List<AddressBlock> blocks(String setting, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return List.of();
    }
    try {
      return Arrays.stream(text.split(",", -1))
          .map(String::strip)
          .map(AddressBlock::parse)
          .toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(setting + " is malformed: " + e.getMessage(), e);
    }
  }
}

package gantry.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.crac.Core;
import org.junit.jupiter.api.Test;

class SnapshotHooksTest {
  private final AtomicInteger closed = new AtomicInteger();

  @Test
  void everyHolderLetsGoBeforeTheSnapshotAndOnceMoreInEachCopy() {
    var hooks = new SnapshotHooks(List.of(closed::incrementAndGet, closed::incrementAndGet));

    hooks.beforeCheckpoint(Core.getGlobalContext());
    assertThat(closed).hasValue(2);

    hooks.afterRestore(Core.getGlobalContext());
    assertThat(closed).hasValue(4);
  }

  @Test
  void aHolderThatCannotLetGoPreventsTheSnapshot() {
    var hooks = new SnapshotHooks(List.of(SnapshotHooksTest::fail));

    assertThatThrownBy(() -> hooks.beforeCheckpoint(Core.getGlobalContext()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void copiesOfOneGeneratorAgreeUntilTheyAreSeededAnew() throws Exception {
    var frozen = frozen();
    assertThat(copy(frozen).nextLong()).isEqualTo(copy(frozen).nextLong());

    var one = copy(frozen);
    var other = copy(frozen);
    SnapshotHooks.reseed(one);
    SnapshotHooks.reseed(other);

    assertThat(one.nextLong()).isNotEqualTo(other.nextLong());
  }

  private static void fail() {
    throw new IllegalStateException("still in use");
  }

  /** The JDK's one generator whose state can be written down, as a snapshot does with any. */
  private static byte[] frozen() throws GeneralSecurityException, IOException {
    var random = SecureRandom.getInstance("SHA1PRNG");
    random.nextLong();
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(random);
    }
    return bytes.toByteArray();
  }

  private static SecureRandom copy(byte[] frozen) throws IOException, ClassNotFoundException {
    try (var in = new ObjectInputStream(new ByteArrayInputStream(frozen))) {
      return (SecureRandom) in.readObject();
    }
  }
}

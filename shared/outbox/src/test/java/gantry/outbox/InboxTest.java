package gantry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxTest {
  private final TestOutbox outbox = new TestOutbox(new FakeStream(), "stream-1");
  private final Inbox inbox = outbox.bean(Inbox.class);

  @AfterEach
  void stop() {
    outbox.close();
  }

  @Test
  void whatIsNotNewerIsDropped() {
    assertThat(isNew(1)).isTrue();
    assertThat(isNew(2)).isTrue();
    assertThat(isNew(2)).isFalse();
    assertThat(isNew(1)).isFalse();
    assertThat(isNew(3)).isTrue();
  }

  @Test
  void consumersAndAggregatesAreApart() {
    assertThat(inbox.isNew("mail", "order", "a", 1)).isTrue();
    assertThat(inbox.isNew("stats", "order", "a", 1)).isTrue();
    assertThat(inbox.isNew("mail", "order", "b", 1)).isTrue();
    assertThat(inbox.isNew("mail", "plan", "a", 1)).isTrue();
  }

  private boolean isNew(long sequence) {
    return inbox.isNew("mail", "order", "a", sequence);
  }
}

package io.dataflow.runtime.checkpoint;

import static io.dataflow.runtime.checkpoint.Stores.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.runtime.checkpoint.FakeConfigMapApi.Fault;
import io.dataflow.runtime.connector.CheckpointStore;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.testbed.server.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoalescingCheckpointStoreTest {
  private static final Saving SHORT_OUTAGE =
      new Saving(Duration.ZERO, true, Duration.ZERO, Duration.ofMillis(1));

  @TempDir Path folder;
  private final Heard heard = new Heard();
  private FakeConfigMapApi api;

  @BeforeEach
  void start() throws Exception {
    api = new FakeConfigMapApi(folder);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void writesTheFirstPositionAtOnceAndTheOthersOfAnIntervalInOne() throws Exception {
    try (var store = open(Stores.FIRST_AND_LAST)) {
      store.save("postgresql", position("1"));
      assertThat(api.text("checkpoint.json")).contains("\"lastReadOrderByValue\":1}");
      store.save("postgresql", position("2"));
      store.save("postgresql", position("3"));
      assertThat(api.patches()).isOne();
      assertThat(store.load("postgresql").orElseThrow()).hasToString(position("3").toString());
    }
    assertThat(api.text("checkpoint.json")).contains("\"lastReadOrderByValue\":3}");
    assertThat(api.patches()).isEqualTo(2);
  }

  @Test
  void writesByItselfWhenTheIntervalIsOver() throws Exception {
    var interval = Duration.ofMillis(50);
    try (var store = open(new Saving(interval, false, Stores.LIMIT, Stores.LIMIT))) {
      for (var key : new String[] {"1", "2", "3"}) {
        store.save("postgresql", position(key));
      }
      until("the newest position", () -> api.text("checkpoint.json").contains(":3}"));
      assertThat(api.patches()).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void keepsAPositionThatIsSavedDuringAWriteForTheNextInterval() throws Exception {
    try (var store = open(new Saving(Duration.ofDays(1), false, Stores.LIMIT, Stores.LIMIT))) {
      api.meanwhile = () -> store.save("postgresql", position("2"));
      store.save("postgresql", position("1"));
      until("the first position", () -> api.text("checkpoint.json").contains(":1}"));
      api.meanwhile = () -> {};
    }
    assertThat(api.text("checkpoint.json")).contains(":2}");
    assertThat(api.patches()).isEqualTo(2);
  }

  @Test
  void goesOnWhileThePositionCannotBeWrittenAndTriesAgain() throws Exception {
    try (var store = open(Stores.AT_ONCE)) {
      api.statuses.add(503);
      store.save("postgresql", position("1"));
      assertThat(heard.unsaved).hasSize(1);
      assertThat(heard.unsaved.getFirst()).contains("503");
      store.save("postgresql", position("2"));
      until("a save", () -> heard.saved.get() == 1);
      assertThat(api.text("checkpoint.json")).contains(":2}");
      assertThat(heard.failed).isEmpty();
    }
  }

  @Test
  void failsWhenAnOutageLasts() throws Exception {
    var store = open(SHORT_OUTAGE);
    api.statuses.add(503);
    assertThatThrownBy(() -> store.save("postgresql", position("1")))
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("the position could not be saved for 0 s, so the flow stops: ");
    assertThat(heard.failed).hasSize(1);
    store.close();
    assertThat(api.text("checkpoint.json")).contains(":1}");
  }

  @Test
  void failsAtOnceWhenAnotherProcessorWrites() throws Exception {
    var store = open(Stores.AT_ONCE);
    api.put("checkpoint.json", "{\"postgresql\":{\"lastReadOrderByValue\":9}}");
    assertThatThrownBy(() -> store.save("postgresql", position("1")))
        .isInstanceOf(FlowException.class);
    assertThat(heard.failed).hasSize(1);
    assertThatThrownBy(store::close).isInstanceOf(FlowException.class);
    assertThat(api.text("checkpoint.json")).contains(":9}");
  }

  @Test
  void writesTheLastPositionThroughFaultsAndOnAnInterruptedThread() throws Exception {
    var store = open(Stores.FIRST_AND_LAST);
    store.save("postgresql", position("1"));
    store.save("postgresql", position("2"));
    api.faults.add(Fault.LOST_ANSWER);
    api.statuses.add(429);
    Thread.currentThread().interrupt();
    store.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(api.text("checkpoint.json")).contains(":2}");
  }

  @Test
  void saysSoWhenTheLastPositionCannotBeWritten() throws Exception {
    var store = open(new Saving(Duration.ofDays(1), true, Stores.LIMIT, Duration.ofMillis(1)));
    store.save("postgresql", position("1"));
    store.save("postgresql", position("2"));
    api.statuses.add(403);
    assertThatThrownBy(store::close)
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("may not patch it")
        .hasMessageEndingWith("What came since the last saved position is read again.");
  }

  private CheckpointStore open(Saving saving) throws Exception {
    return Stores.open(api.configMap(), saving, heard, Optional.empty());
  }

  private static void until(String what, Await.Condition condition) {
    Await.until(what, Stores.LIMIT, condition);
  }
}

package io.dataflow.runtime.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.flow.FlowException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckpointStoreTest {
  private static final Duration AT_ONCE = Duration.ZERO;
  private static final Duration NEVER_BY_ITSELF = Duration.ofDays(1);

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void nameTheFile() {
    path = folder.resolve("positions/checkpoint.json");
  }

  @Test
  void startsEmptyWhenThereIsNoFile() {
    try (var store = new FileCheckpointStore(path, AT_ONCE)) {
      assertThat(store.load("postgresql")).isEmpty();
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void writesTheDocumentedObjectAndKeepsEveryDigit() {
    try (var store = new FileCheckpointStore(path, AT_ONCE)) {
      store.save("postgresql", position("12345678901234567890.0010"));
      assertThat(path)
          .hasContent("{\"postgresql\":{\"lastReadOrderByValue\":12345678901234567890.0010}}");
    }
    try (var store = new FileCheckpointStore(path, AT_ONCE)) {
      assertThat(store.load("postgresql").orElseThrow())
          .hasToString("{\"lastReadOrderByValue\":12345678901234567890.0010}");
    }
  }

  @Test
  void keepsTheObjectsOfOtherSourcesByteForByte() throws IOException {
    write("{ \"trino\" : {\"lastReadID\": 7 },\"postgresql\":{\"lastReadOrderByValue\":1}}");
    try (var store = new FileCheckpointStore(path, AT_ONCE)) {
      store.save("postgresql", position("2"));
    }
    assertThat(path)
        .hasContent("{\"trino\":{\"lastReadID\": 7 },\"postgresql\":{\"lastReadOrderByValue\":2}}");
  }

  @Test
  void writesOnlyTheNewestPositionOfAnInterval() {
    try (var store = new FileCheckpointStore(path, NEVER_BY_ITSELF)) {
      store.save("postgresql", position("1"));
      store.save("postgresql", position("2"));
      assertThat(path).doesNotExist();
      assertThat(store.load("postgresql").orElseThrow()).hasToString(position("2").toString());
      store.flush();
      assertThat(path).hasContent("{\"postgresql\":{\"lastReadOrderByValue\":2}}");
      store.save("postgresql", position("3"));
    }
    assertThat(path).hasContent("{\"postgresql\":{\"lastReadOrderByValue\":3}}");
  }

  @Test
  void writesByItselfWhenTheIntervalIsOver() {
    try (var store = new FileCheckpointStore(path, Duration.ofMillis(5))) {
      store.save("postgresql", position("1"));
      var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (!Files.exists(path) && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      assertThat(path).hasContent("{\"postgresql\":{\"lastReadOrderByValue\":1}}");
    }
  }

  @Test
  void losesNoPositionThatIsSavedWhileTheFileIsWritten() throws InterruptedException {
    var writing = new CountDownLatch(1);
    try (var store = new FileCheckpointStore(path, NEVER_BY_ITSELF)) {
      var flusher =
          Thread.ofPlatform()
              .start(
                  () -> {
                    writing.countDown();
                    for (int i = 0; i < 200; i++) {
                      store.flush();
                    }
                  });
      writing.await();
      for (int i = 0; i < 2000; i++) {
        store.save("postgresql", position(Integer.toString(i)));
        store.save("clickhouse", position(Integer.toString(-i)));
      }
      flusher.join();
    }
    try (var store = new FileCheckpointStore(path, AT_ONCE)) {
      assertThat(store.load("postgresql").orElseThrow()).hasToString(position("1999").toString());
      assertThat(store.load("clickhouse").orElseThrow()).hasToString(position("-1999").toString());
    }
  }

  @Test
  void forgetsAtOnceWhatIsResetAndNothingElse() throws IOException {
    write("{\"trino\":{\"lastReadID\":7},\"postgresql\":{\"lastReadOrderByValue\":1}}");
    try (var store = new FileCheckpointStore(path, NEVER_BY_ITSELF)) {
      store.reset("postgresql");
      assertThat(store.load("postgresql")).isEmpty();
      assertThat(path).hasContent("{\"trino\":{\"lastReadID\":7}}");
    }
  }

  @Test
  void refusesAFileThatIsNotJsonAndLeavesItAlone() throws IOException {
    write("{\"postgresql\": {\"lastRead");
    assertThatThrownBy(() -> new FileCheckpointStore(path, AT_ONCE))
        .isInstanceOf(FlowException.class)
        .hasMessage(
            "checkpoint file %s: it is not JSON: the text is not closed, it ends at byte 25. It was"
                + " left as it is. Repair it, or delete it to read the source from its start.",
            path);
    assertThat(path).hasContent("{\"postgresql\": {\"lastRead");
  }

  @Test
  void refusesAnEmptyFileAndAListAndAPositionThatIsNoObject() throws IOException {
    write("");
    assertThatThrownBy(() -> new FileCheckpointStore(path, AT_ONCE))
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("it is not JSON");
    write("[]");
    assertThatThrownBy(() -> new FileCheckpointStore(path, AT_ONCE))
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("it is not a JSON object");
    write("{\"postgresql\":7}");
    try (var store = new FileCheckpointStore(path, AT_ONCE)) {
      assertThatThrownBy(() -> store.load("postgresql"))
          .isInstanceOf(FlowException.class)
          .hasMessageContaining("`postgresql` in it is not an object");
    }
  }

  @Test
  void saysWhyItCannotWriteAndWritesThePositionWhenItCan() throws IOException {
    Files.createDirectories(path.getParent());
    var obstacle = Files.createDirectory(path.resolveSibling("checkpoint.json.new"));
    try (var store = new FileCheckpointStore(path, AT_ONCE)) {
      assertThatThrownBy(() -> store.save("postgresql", position("1")))
          .isInstanceOf(FlowException.class)
          .hasMessageStartingWith("checkpoint file " + path + ": cannot be written: ");
      Files.delete(obstacle);
    }
    assertThat(path).hasContent("{\"postgresql\":{\"lastReadOrderByValue\":1}}");
  }

  @Test
  void keepsNothingWithoutPersistence() {
    try (var store = CheckpointStore.none()) {
      store.save("postgresql", position("1"));
      assertThat(store.load("postgresql")).isPresent();
      store.reset("postgresql");
      assertThat(store.load("postgresql")).isEmpty();
    }
    assertThat(CheckpointStore.none().load("postgresql")).isEmpty();
  }

  private void write(String content) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  private static JsonObject position(String key) {
    var json = "{\"lastReadOrderByValue\":" + key + "}";
    return (JsonObject) Json.parse(json.getBytes(StandardCharsets.UTF_8));
  }
}

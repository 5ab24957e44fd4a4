package io.dataflow.runtime.checkpoint;

import static io.dataflow.runtime.checkpoint.Stores.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.runtime.connector.CheckpointStore;
import io.dataflow.runtime.connector.FlowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void nameTheFile() {
    path = folder.resolve("positions/checkpoint.json");
  }

  @Test
  void startsEmptyWhenThereIsNoFile() throws Exception {
    try (var store = open()) {
      assertThat(store.load("postgresql")).isEmpty();
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void writesTheDocumentedObjectAndKeepsEveryDigit() throws Exception {
    try (var store = open()) {
      store.save("postgresql", position("12345678901234567890.0010"));
      assertThat(path)
          .hasContent("{\"postgresql\":{\"lastReadOrderByValue\":12345678901234567890.0010}}");
    }
    try (var store = open()) {
      assertThat(store.load("postgresql").orElseThrow())
          .hasToString("{\"lastReadOrderByValue\":12345678901234567890.0010}");
    }
  }

  @Test
  void keepsTheObjectsOfOtherSourcesByteForByte() throws Exception {
    write("{ \"trino\" : {\"lastReadID\": 7 },\"postgresql\":{\"lastReadOrderByValue\":1}}");
    try (var store = open()) {
      store.save("postgresql", position("2"));
    }
    assertThat(path)
        .hasContent("{\"trino\":{\"lastReadID\": 7 },\"postgresql\":{\"lastReadOrderByValue\":2}}");
  }

  @Test
  void losesNoPositionThatIsSavedWhileTheFileIsWritten() throws Exception {
    try (var store = open()) {
      var half = new CountDownLatch(1);
      var other =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < 500; i++) {
                      store.save("clickhouse", position(Integer.toString(-i)));
                      half.countDown();
                    }
                  });
      half.await();
      for (int i = 0; i < 500; i++) {
        store.save("postgresql", position(Integer.toString(i)));
      }
      other.join();
    }
    try (var store = open()) {
      assertThat(store.load("postgresql").orElseThrow()).hasToString(position("499").toString());
      assertThat(store.load("clickhouse").orElseThrow()).hasToString(position("-499").toString());
    }
  }

  @Test
  void forgetsWhatIsResetAndNothingElseOnceForEachToken() throws Exception {
    write("{\"trino\":{\"lastReadID\":7},\"postgresql\":{\"lastReadOrderByValue\":1}}");
    try (var store = open(Optional.of("one"))) {
      assertThat(store.load("postgresql")).isEmpty();
      assertThat(path).hasContent("{\"trino\":{\"lastReadID\":7}}");
      store.save("postgresql", position("2"));
    }
    try (var store = open(Optional.of("one"))) {
      assertThat(store.load("postgresql")).isPresent();
    }
    try (var store = open(Optional.of("two"))) {
      assertThat(store.load("postgresql")).isEmpty();
    }
  }

  @Test
  void refusesAFileThatIsNotJsonAndLeavesItAlone() throws IOException {
    write("{\"postgresql\": {\"lastRead");
    assertThatThrownBy(this::open)
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
    assertThatThrownBy(this::open)
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("it is not JSON");
    write("[]");
    assertThatThrownBy(this::open)
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("it is not a JSON object");
    write("{\"postgresql\":7}");
    assertThatThrownBy(this::open)
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("`postgresql` in it is not an object");
  }

  @Test
  void saysWhyItCannotWriteAndWritesThePositionWhenItCan() throws Exception {
    Files.createDirectories(path.getParent());
    var obstacle = Files.createDirectory(path.resolveSibling("checkpoint.json.new"));
    try (var store = open()) {
      assertThatThrownBy(() -> store.save("postgresql", position("1")))
          .isInstanceOf(FlowException.class)
          .hasMessageStartingWith("checkpoint file " + path + ": cannot be written: ");
      Files.delete(obstacle);
    }
    assertThat(path).hasContent("{\"postgresql\":{\"lastReadOrderByValue\":1}}");
  }

  @Test
  void keepsNothingWithoutPersistence() {
    try (var store = new MemoryCheckpointStore()) {
      store.save("postgresql", position("1"));
      assertThat(store.load("postgresql")).isPresent();
    }
    assertThat(new MemoryCheckpointStore().load("postgresql")).isEmpty();
  }

  private CheckpointStore open() throws Exception {
    return open(Optional.empty());
  }

  private CheckpointStore open(Optional<String> reset) throws Exception {
    return Stores.open(new CheckpointFile(path), Stores.AT_ONCE, CheckpointEvents.none(), reset);
  }

  private void write(String content) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }
}

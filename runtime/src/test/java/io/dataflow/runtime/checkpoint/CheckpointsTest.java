package io.dataflow.runtime.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import io.dataflow.runtime.cluster.Cluster;
import io.dataflow.runtime.connector.CheckpointStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  private static final String TABLE =
      "{type: postgresql, config: {connectionString: 'postgres://u@db/shop', table: a}}";
  private static final String TOPIC = "{type: kafka, config: {brokers: ['kafka:9092'], topic: a}}";

  @TempDir private Path folder;

  @Test
  void keepNothingOfASourceThatKeepsItsOwnPosition() {
    assertThat(store(TOPIC, "", file(), cluster())).isInstanceOf(MemoryCheckpointStore.class);
  }

  @Test
  void keepNothingWithoutPersistenceOrAPlace() {
    var off = "checkpointPersistence: false";
    assertThat(store(TABLE, off, file(), cluster())).isInstanceOf(MemoryCheckpointStore.class);
    assertThat(store(TABLE, "", Optional.empty(), Optional.empty()))
        .isInstanceOf(MemoryCheckpointStore.class);
  }

  @Test
  void preferTheFileThatIsNamedToTheCluster() throws Exception {
    try (var store = store(TABLE, "", file(), cluster())) {
      store.open("postgresql", Optional.empty());
      store.save("postgresql", Stores.position("1"));
    }
    assertThat(folder.resolve("position.json")).exists();
  }

  @Test
  void resetAtEveryStartOnlyWhereNobodyGivesATokenForIt() {
    assertThat(checkpoints(TABLE, "", Optional.empty()).reset()).isEmpty();
    assertThat(checkpoints(TABLE, "", Optional.of("7")).reset()).contains("7");
    var flagged = checkpoints(TABLE, "checkpointReset: true", Optional.empty());
    assertThat(flagged.reset()).isPresent().isNotEqualTo(flagged.reset());
  }

  private CheckpointStore store(
      String source, String more, Optional<Path> file, Optional<Cluster> cluster) {
    var options = new CheckpointOptions(file, cluster, Optional.empty());
    return checkpoints(source, more, options).store(CheckpointEvents.none());
  }

  private static Checkpoints checkpoints(String source, String more, Optional<String> reset) {
    return checkpoints(
        source, more, new CheckpointOptions(Optional.empty(), Optional.empty(), reset));
  }

  private static Checkpoints checkpoints(String source, String more, CheckpointOptions options) {
    var yaml = "source: %s\nsink: %s\n%s".formatted(source, TABLE, more);
    var flow = ((Reading.Valid) Manifest.parse(yaml).bind(Secrets.none())).flow();
    return new Checkpoints(
        flow.spec(), "shop", "df-orders-checkpoint", options, Duration.ofSeconds(5));
  }

  private Optional<Path> file() {
    return Optional.of(folder.resolve("position.json"));
  }

  private Optional<Cluster> cluster() {
    return Optional.of(new Cluster(URI.create("https://127.0.0.1:1"), folder, folder));
  }
}

package io.dataflow.runtime.checkpoint;

import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.runtime.cluster.Cluster;
import io.dataflow.runtime.connector.CheckpointStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides where a flow's position is kept, and says so.
///
/// @param namespace the flow's namespace
/// @param configMap where it is kept in a cluster
/// @param places where positions may be kept
/// @param stopPatience how long the last write may take
public record Checkpoints(
    DataFlowSpec spec,
    String namespace,
    String configMap,
    CheckpointOptions places,
    Duration stopPatience) {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  /// The store, not yet opened.
  public CheckpointStore store(CheckpointEvents events) {
    if (!spec.source().polls()) {
      return new MemoryCheckpointStore();
    }
    if (spec.isEffectivelyOnce()) {
      LOG.info("The position is kept in the sinks, in the transactions of the records");
      warnOfReset();
    }
    if (!spec.checkpointPersistence()) {
      return none("`checkpointPersistence` is off");
    }
    return places
        .file()
        .map(file -> inFile(file, events))
        .or(() -> places.cluster().map(cluster -> inConfigMap(cluster, events)))
        .orElseGet(() -> none("there is neither `--checkpoint` nor a cluster"));
  }

  /// The token of the reset that is asked for.
  public Optional<String> reset() {
    return places
        .reset()
        .or(() -> Optional.of(UUID.randomUUID().toString()).filter(_ -> spec.checkpointReset()));
  }

  /// Also the annotation of a flow asks for it, which nobody has compared with the manifest.
  private void warnOfReset() {
    if (places.reset().isPresent()) {
      LOG.warn(
          "A reset of the checkpoint was asked for, and has no effect on the position that the"
              + " sinks have stored. To read everything once more, delete the flow's rows in `{}`"
              + " while it is stopped.",
          spec.positionsTable());
    }
  }

  private CheckpointStore none(String why) {
    if (!spec.isEffectivelyOnce()) {
      LOG.info("The position is not kept, because {}: each start reads all", why);
    }
    return new MemoryCheckpointStore();
  }

  private CheckpointStore inFile(Path file, CheckpointEvents events) {
    LOG.info("The position is kept in the file {}", file);
    return inFile(file, stopPatience, events);
  }

  /// A store in a JSON file. A file costs little, so it is written far more often than
  /// `checkpointSaveInterval` spares an API server: what a crash repeats is what came since.
  ///
  /// @param stopPatience how long the last write may take
  public static CheckpointStore inFile(Path file, Duration stopPatience, CheckpointEvents events) {
    var saving = Saving.every(Duration.ofMillis(200), false, stopPatience);
    return new CoalescingCheckpointStore(new CheckpointFile(file), saving, events);
  }

  private CheckpointStore inConfigMap(Cluster cluster, CheckpointEvents events) {
    var place = new CheckpointConfigMap(cluster, namespace, configMap);
    var interval = spec.checkpointSaveInterval();
    LOG.info("The position is kept in {}, at most every {} s", place, interval.toMillis() / 1e3);
    var saving = Saving.every(interval, spec.checkpointSyncOnAck(), stopPatience);
    return new CoalescingCheckpointStore(place, saving, events);
  }
}

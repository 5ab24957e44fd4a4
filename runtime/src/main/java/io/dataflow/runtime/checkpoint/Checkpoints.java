package io.dataflow.runtime.checkpoint;

import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.runtime.FlowOptions;
import io.dataflow.runtime.cluster.Cluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides where a flow's position is kept, and says so.
public record Checkpoints(DataFlowSpec spec, FlowOptions options, Duration stopPatience) {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  /// The store, not yet opened.
  public CheckpointStore store(CheckpointEvents events) {
    if (!spec.source().polls()) {
      return CheckpointStore.none();
    }
    if (!spec.checkpointPersistence()) {
      return none("`checkpointPersistence` is off");
    }
    var places = options.checkpoint();
    return places
        .file()
        .map(file -> inFile(file, events))
        .or(() -> places.cluster().map(cluster -> inConfigMap(cluster, events)))
        .orElseGet(() -> none("there is neither `--checkpoint` nor a cluster"));
  }

  /// The token of the reset that is asked for.
  public Optional<String> reset() {
    return options
        .checkpoint()
        .reset()
        .or(() -> Optional.of(UUID.randomUUID().toString()).filter(_ -> spec.checkpointReset()));
  }

  private static CheckpointStore none(String why) {
    LOG.info("The position is not kept, because {}: each start reads all", why);
    return CheckpointStore.none();
  }

  private CheckpointStore inFile(Path file, CheckpointEvents events) {
    LOG.info("The position is kept in the file {}", file);
    return CheckpointStore.inFile(file, stopPatience, events);
  }

  private CheckpointStore inConfigMap(Cluster cluster, CheckpointEvents events) {
    var place = new CheckpointConfigMap(cluster, options.namespace(), options.name());
    var interval = spec.checkpointSaveInterval();
    LOG.info("The position is kept in {}, at most every {} s", place, interval.toMillis() / 1e3);
    var saving = Saving.every(interval, spec.checkpointSyncOnAck(), stopPatience);
    return new CoalescingCheckpointStore(place, saving, events);
  }
}

package io.dataflow.runtime.checkpoint;

import io.dataflow.runtime.cluster.Cluster;
import java.nio.file.Path;
import java.util.Optional;

/// Where a processor may keep the position of a polling source.
///
/// @param file wins over the cluster
/// @param cluster keeps it in the ConfigMap `df-<name>-checkpoint`, of a flow on a schedule
///     `dfc-<name>-checkpoint`
/// @param reset token of the reset that is asked for: the position is forgotten once for each
///     token. Without one, a flow with `checkpointReset: true` forgets it at every start
public record CheckpointOptions(
    Optional<Path> file, Optional<Cluster> cluster, Optional<String> reset) {

  /// What a token begins with that stands for the content of a manifest.
  public static final String RESET_OF_SPEC = "spec-";

  /// Nowhere.
  public static CheckpointOptions none() {
    return new CheckpointOptions(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// The same with another file, or none.
  public CheckpointOptions withFile(Optional<Path> path) {
    return new CheckpointOptions(path, cluster, reset);
  }
}

package io.dataflow.cli;

import io.dataflow.api.spec.DataFlow;
import io.dataflow.runtime.checkpoint.CheckpointOptions;
import java.util.Optional;

/// The reset that a manifest with `checkpointReset: true` asks for: one for as long as the manifest
/// stays as it is, so that a restart does not forget what was read since.
final class CheckpointReset {
  private CheckpointReset() {}

  static Optional<String> of(DataFlow flow, String fingerprint) {
    return Optional.of(CheckpointOptions.RESET_OF_SPEC + fingerprint)
        .filter(_ -> flow.spec().checkpointReset());
  }
}

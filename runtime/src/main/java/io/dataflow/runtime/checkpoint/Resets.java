package io.dataflow.runtime.checkpoint;

import io.dataflow.runtime.connector.UnavailableException;
import java.util.Optional;

/// Forgets a position when that is asked for, once for each token: the token of a reset that was
/// done lies beside the positions, and is written in one with the reset.
///
/// A token that begins with `spec-` stands for a manifest, so it comes again when a person asks for
/// a second reset of the same manifest: it is forgotten by a start that asks for none.
record Resets(CheckpointPlace place) {
  /// Reads what is kept and does what is asked for.
  Checkpoint perform(String sourceType, Optional<String> asked) throws UnavailableException {
    var kept = place.read();
    var change =
        asked.isPresent()
            ? asked
                .filter(token -> !kept.reset().equals(asked))
                .map(token -> Change.reset(sourceType, token))
            : kept.reset()
                .filter(token -> token.startsWith(CheckpointOptions.RESET_OF_SPEC))
                .map(token -> Change.forgetReset());
    if (change.isEmpty()) {
      return kept;
    }
    place.write(change.get());
    return kept.with(change.get());
  }
}

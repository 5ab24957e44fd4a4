package io.dataflow.operator.cron;

import java.util.Optional;

/// What the processors of a run have left behind.
///
/// @param why they failed, in their own words; empty when they did not, or left no word
record ProcessorEnd(Optional<Long> processed, Optional<Long> errors, Optional<String> why) {
  /// Nothing is known.
  static final ProcessorEnd UNKNOWN =
      new ProcessorEnd(Optional.empty(), Optional.empty(), Optional.empty());
}

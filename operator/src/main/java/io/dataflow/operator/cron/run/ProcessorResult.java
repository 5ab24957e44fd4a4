package io.dataflow.operator.cron.run;

import java.util.Optional;

/// What the processors of a run have left behind.
///
/// @param why they failed, in their own words; empty when they did not, or left no word
public record ProcessorResult(
    Optional<Long> processed, Optional<Long> errors, Optional<String> why) {}

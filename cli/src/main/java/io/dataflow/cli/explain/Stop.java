package io.dataflow.cli.explain;

import java.util.List;
import java.util.Optional;

/// A step on a message's way.
///
/// @param number of the step, from 1
/// @param when what the step's `when` says; empty when it has none
/// @param answers what the conditions of a filter or of a router's routes say, as far as they are
///     asked
public record Stop(int number, Optional<Answer> when, List<Answer> answers, Effect effect) {

  /// Whether the last condition that was asked holds.
  boolean isChosen() {
    return !answers.isEmpty() && answers.getLast().holds();
  }
}

package io.dataflow.cli.explain;

import java.util.List;

/// What a step did to a message.
public sealed interface Effect {
  /// `when` does not hold, so the step was left out.
  record Skipped() implements Effect {}

  /// It is as it was.
  record Unchanged() implements Effect {}

  /// It is JSON as before, and something in it is different.
  ///
  /// @param changes what; empty when only its spelling or the order of its fields is
  record Changed(List<Change> changes) implements Effect {}

  /// Its body is another one: what is not JSON is, or the other way round.
  record Replaced(byte[] before, byte[] after) implements Effect {}

  /// It is behind a router on this way out, whether the router has chosen it or not.
  ///
  /// @param way as metrics and JMX have it: `route-0`
  record Routed(String way) implements Effect {}

  /// It is dropped, which counts as handled.
  record Dropped() implements Effect {}

  /// The step could not work on it.
  record Rejected(String reason) implements Effect {}

  /// Several came out of it.
  record Divided(int count) implements Effect {}
}

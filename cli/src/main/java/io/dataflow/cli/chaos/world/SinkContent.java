package io.dataflow.cli.chaos.world;

/// What a sink holds.
public interface SinkContent {
  /// How many records there are, with repetitions; soon said.
  long count();

  /// The numbers of all records, in the order in which the sink got them for each key; -1 for a
  /// record without a number.
  long[] numbers();
}

package io.dataflow.cli.chaos;

/// What happens to a flow beside the death of its processors.
enum Fault {
  CUT("connections cut at random"),
  CUT_BEFORE_COMMIT("connection cut before the commit reached the sink"),
  CUT_AFTER_COMMIT("connection cut after the commit, before its answer"),
  PAUSE("network still for a while"),
  RESTART_SOURCE("source's server restarted"),
  RESTART_SINK("sink's server restarted"),
  CRASH_SOURCE("source's server killed"),
  CRASH_SINK("sink's server killed");

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  /// For a person.
  String words() {
    return words;
  }
}

package io.dataflow.benchmarks.recovery;

/// How a processor ends, and who goes on.
enum Ending {
  /// Nobody was there before: what a start costs that has to wait for nobody.
  NONE("the first start of a flow", 0),
  /// `kill -9`; the next one is started at once.
  KILLED("kill -9, then a start", 1),
  /// SIGTERM; the next one is started when it has ended.
  STOPPED("SIGTERM, then a start", 1),
  /// `kill -9` of one of two processors; the other one goes on.
  ONE_OF_TWO("kill -9 of one of two", 2);

  private final String words;
  private final int processors;

  Ending(String words, int processors) {
    this.words = words;
    this.processors = processors;
  }

  /// For the table.
  String words() {
    return words;
  }

  /// How many processors there are before it.
  int processors() {
    return processors;
  }

  /// Whether somebody must be started after it.
  boolean needsStart() {
    return this != ONE_OF_TWO;
  }
}

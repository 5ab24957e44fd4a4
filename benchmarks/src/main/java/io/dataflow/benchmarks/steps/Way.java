package io.dataflow.benchmarks.steps;

/// Who takes part.
public enum Way {
  /// The processor's own steps.
  CHAIN("the processor's steps"),
  /// A loop on Jackson's tree.
  TREE("loop by hand, Jackson tree"),
  /// A loop on Jackson's tokens.
  STREAM("loop by hand, Jackson tokens"),
  /// A loop on bare bytes.
  BYTES("loop by hand, bytes, nothing checked");

  private final String words;

  Way(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  StepsLoop loop() {
    return switch (this) {
      case CHAIN -> new ChainLoop();
      case TREE -> new TreeLoop();
      case STREAM -> new StreamLoop();
      case BYTES -> new BytesLoop();
    };
  }
}

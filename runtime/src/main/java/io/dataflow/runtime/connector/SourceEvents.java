package io.dataflow.runtime.connector;

/// What a source tells the flow about itself; it is all that the flow knows of a source besides its
/// batches. Called from any thread.
public interface SourceEvents {
  /// The source is connected and reads.
  void ready();

  /// A read came back, with that many records; 0 is progress too.
  void polled(int records);

  /// All that was there has been given to the flow: a poll of a table found no row, a query that
  /// has no place to go on from was read once, a group has read its topic to the end.
  /// `--until-idle` and `--until-exhausted` wait for it. More may come later.
  default void exhausted() {
    // Who only counts what is read need not know.
  }

  /// The source cannot be read for now; it tries again by itself.
  void unavailable(UnavailableException why);

  /// The source cannot be read, and trying again will not help: the flow stops.
  void failed(FlowException why);

  /// All that this processor may read is read, but others hold a part of the source that they have
  /// not read to its end. Told again and again while it is so.
  ///
  /// @param why which part, and how much is left; another text means that it gets less
  default void incomplete(String why) {
    // Who only counts what is read need not know.
  }

  /// Records are gone that the source was to read: its own position is behind them now.
  ///
  /// @param records how many, as far as that can be known
  /// @param why what happened, and what to do
  default void missed(long records, String why) {
    // Who only counts what is read need not know.
  }

  /// Events that nobody listens to.
  static SourceEvents none() {
    return new SourceEvents() {
      @Override
      public void ready() {
        // Nobody listens.
      }

      @Override
      public void polled(int records) {
        // Nobody listens.
      }

      @Override
      public void unavailable(UnavailableException why) {
        // Nobody listens.
      }

      @Override
      public void failed(FlowException why) {
        // Nobody listens.
      }
    };
  }
}

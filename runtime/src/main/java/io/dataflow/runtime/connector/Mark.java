package io.dataflow.runtime.connector;

import io.dataflow.api.json.JsonObject;

/// A batch's place in its source: what to remember, and whom to tell.
public interface Mark {
  /// The position behind the batch, in the source's own words, as `checkpoint.json` holds it. A
  /// sink that promises more than at least once stores it with the rows. Empty when the source
  /// keeps no position.
  JsonObject position();

  /// Every record of the batch is written, dropped by a filter, or in the error sink: the source's
  /// position may pass it. Called once, on the flow's thread.
  void acknowledged();

  /// The place behind the batch's first `count` records, in the order of the batch as it was read.
  /// Acknowledging it is the last word on the batch: the record behind them stopped the flow.
  Mark first(int count);

  /// A mark that nobody asks for: of a source that reads everything at each start.
  static Mark none() {
    return of(() -> {});
  }

  /// A mark of a source that keeps no position here and is told about whole batches alone.
  static Mark of(Runnable acknowledgement) {
    return new Mark() {
      @Override
      public JsonObject position() {
        return JsonObject.empty();
      }

      @Override
      public void acknowledged() {
        acknowledgement.run();
      }

      @Override
      public Mark first(int count) {
        return none();
      }
    };
  }
}

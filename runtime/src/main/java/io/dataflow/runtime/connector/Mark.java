package io.dataflow.runtime.connector;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Message;
import java.util.Map;
import java.util.function.Predicate;

/// A batch's place in its source: what to remember, and whom to tell.
public interface Mark {
  /// The name of the one partition of a source that cannot be shared.
  String WHOLE = "";

  /// The position behind the batch, in the source's own words, as `checkpoint.json` holds it. A
  /// sink that promises more than at least once stores it with the rows. Empty when the source
  /// keeps no position.
  JsonObject position();

  /// Every record of the batch is written, dropped by a filter, or in the error sink: the source's
  /// position may pass it. Called once, on the flow's thread.
  void acknowledged();

  /// The positions behind the batch, by the source's partition, as a sink stores them: what is
  /// stored for a partition is replaced alone. A source that cannot be shared has one partition,
  /// [#WHOLE].
  default Map<String, JsonObject> byPartition() {
    return position().size() == 0 ? Map.of() : Map.of(WHOLE, position());
  }

  /// What of [#byPartition] is beyond these positions: a batch that a source brings again may end
  /// before what is stored, and what is stored never goes back.
  default Map<String, JsonObject> beyond(Map<String, JsonObject> stored) {
    return byPartition();
  }

  /// Tells which of the batch's messages a sink has already that has stored these positions.
  ///
  /// @param stored by partition, as [#byPartition] gave them
  default Predicate<Message> storedIn(Map<String, JsonObject> stored) {
    return _ -> false;
  }

  /// Another number whenever the source has been given partitions: whoever has stored positions
  /// must then look at what is stored, for it may have been somebody else's turn.
  default long assignment() {
    return 0;
  }

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

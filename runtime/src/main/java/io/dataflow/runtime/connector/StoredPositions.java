package io.dataflow.runtime.connector;

import io.dataflow.api.json.JsonObject;
import java.util.Map;

/// The positions that sinks store with the records, for a source that cannot compare them itself
/// and goes on behind them.
@FunctionalInterface
public interface StoredPositions {

  /// What each sink has stored of the source's one partition, by the id of its route; nothing of a
  /// sink that has stored none yet. From then on no other processor of the flow stores anything, so
  /// it stays true. The main sink stores last: what is before its position is in every sink.
  ///
  /// @throws FlowException when the positions are another processor's by now
  Map<String, JsonObject> takeOver() throws UnavailableException;
}

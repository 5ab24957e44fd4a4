package io.dataflow.runtime.connector;

import io.dataflow.api.json.JsonObject;
import java.util.Optional;

/// Where the positions of polling sources are kept: JSON objects by source type, in the documented
/// form (`docs/processor.md`). Saving is coalesced; closing makes the last position durable.
public interface CheckpointStore extends AutoCloseable {
  /// Reads what is kept, before anything else is asked of the store. May be called again when it
  /// could not be read.
  ///
  /// @param reset forgets the position of this source type first, unless a reset of this token has
  ///     been done already; so a processor that is started again does not forget what it has read
  ///     since
  /// @throws FlowException when what is kept makes no sense; it is left
  ///     as it is
  void open(String sourceType, Optional<String> reset) throws UnavailableException;

  /// The position saved last for a source type.
  Optional<JsonObject> load(String sourceType);

  /// Takes note of a position whose records the sink has acknowledged.
  ///
  /// @throws FlowException when positions cannot be kept any more
  void save(String sourceType, JsonObject position);

  /// Makes durable what was saved last, and ends.
  ///
  /// @throws FlowException when that is not possible
  @Override
  void close();
}

package io.dataflow.runtime.checkpoint;

import io.dataflow.api.json.JsonObject;
import java.util.Optional;

/// Where the positions of polling sources are kept: JSON objects by source type, in the documented
/// form (contract 5.5). Saving is coalesced; [#flush] makes it durable at once.
public interface CheckpointStore extends AutoCloseable {
  /// A store for flows that keep no position: it forgets everything when the process ends.
  static CheckpointStore none() {
    return new MemoryCheckpointStore();
  }

  /// The position saved last for a source type.
  Optional<JsonObject> load(String sourceType);

  /// Takes note of a position whose records the sink has acknowledged. Never waits for the disk.
  void save(String sourceType, JsonObject position);

  /// Forgets the position of a source type.
  void reset(String sourceType);

  /// Returns when everything noted so far is durable.
  void flush();

  /// Flushes, and ends.
  @Override
  void close();
}

package io.dataflow.runtime.checkpoint;

import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.connector.CheckpointStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// For flows that keep no position (`checkpointPersistence: false`): what it knows ends with the
/// process, so the next one reads the source from its start.
public final class MemoryCheckpointStore implements CheckpointStore {
  private final Map<String, JsonObject> positions = new ConcurrentHashMap<>();

  /// A store that knows nothing yet.
  public MemoryCheckpointStore() {}

  @Override
  public void open(String sourceType, Optional<String> reset) {
    reset.ifPresent(token -> positions.remove(sourceType));
  }

  @Override
  public Optional<JsonObject> load(String sourceType) {
    return Optional.ofNullable(positions.get(sourceType));
  }

  @Override
  public void save(String sourceType, JsonObject position) {
    positions.put(sourceType, position);
  }

  @Override
  public void close() {
    // There is nothing to end.
  }
}

package io.dataflow.runtime.postgresql.cdc;

import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.connector.CheckpointStore;
import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.SourceContext;
import io.dataflow.runtime.connector.StoredPositions;
import io.dataflow.runtime.connector.UnavailableException;
import java.util.Optional;

/// How far the flow has come: what is acknowledged, for the server and the checkpoint. Written by
/// the flow's thread, read by the one that tells the server.
final class LogProgress {
  private final String type;
  private final CheckpointStore checkpoints;
  private final Optional<StoredPositions> sinks;
  private volatile long flushed;

  LogProgress(String type, SourceContext context) {
    this.type = type;
    this.checkpoints = context.checkpoints();
    this.sinks = context.stored();
  }

  /// The stored position; empty when there is none yet.
  Optional<LogPosition> load() throws UnavailableException {
    var stored =
        sinks.isPresent()
            ? Optional.ofNullable(sinks.get().takeOver().get(Delivery.MAIN))
            : Optional.<JsonObject>empty();
    return stored.or(() -> checkpoints.load(type)).map(LogPosition::of);
  }

  /// Everything up to here is where it belongs.
  void acknowledge(LogPosition position) {
    checkpoints.save(type, position.json());
    confirm(position.lsn());
  }

  /// The server may forget what is before this place. It never goes back.
  void confirm(long lsn) {
    flushed = Long.compareUnsigned(lsn, flushed) > 0 ? lsn : flushed;
  }

  /// What the server may forget.
  long flushed() {
    return flushed;
  }
}

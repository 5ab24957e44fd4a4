package io.dataflow.runtime.checkpoint;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.flow.FlowException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Keeps positions in one JSON file, `{"postgresql": {"lastReadChangeTime": …}}`, so that a run can
/// go on where the last one ended. The objects of other source types stay as they are.
///
/// Positions are written at most once an interval, in the background, and when the store closes. A
/// write that fails is reported by the next save or flush, and its position is written with theirs.
public final class FileCheckpointStore implements CheckpointStore {
  private final CheckpointFile file;
  private final Duration interval;
  private final ScheduledExecutorService writer;

  /// Held while the file is written; taken before `content`, so that an older content never
  /// replaces a newer one.
  private final Object disk = new Object();

  /// Guards what is below, and never while the disk is waited for: a position saved during a write
  /// belongs to the next write and is not lost with this one.
  private final JsonObject content;

  private boolean dirty;
  private boolean scheduled;
  private Optional<FlowException> failure = Optional.empty();

  /// Reads the file, if it is there.
  ///
  /// @param interval between two writes, at least; zero writes each position before save returns
  /// @throws FlowException when the file is there and is no checkpoint
  public FileCheckpointStore(Path path, Duration interval) {
    this.file = new CheckpointFile(path);
    this.interval = interval;
    this.content = file.read();
    this.writer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("checkpoint").factory());
  }

  @Override
  public Optional<JsonObject> load(String sourceType) {
    Optional<Json> stored;
    synchronized (content) {
      stored = content.get(sourceType).map(Json::copy);
    }
    return stored.map(
        json -> {
          if (json instanceof JsonObject object) {
            return object;
          }
          throw file.unusable("`" + sourceType + "` in it is not an object", null);
        });
  }

  @Override
  public void save(String sourceType, JsonObject position) {
    synchronized (content) {
      throwFailure();
      content.put(sourceType, position.copy());
      dirty = true;
      if (!interval.isZero() && !scheduled) {
        scheduled = true;
        writer.schedule(this::writeInBackground, interval.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
    if (interval.isZero()) {
      write();
    }
  }

  @Override
  public void reset(String sourceType) {
    synchronized (content) {
      content.remove(sourceType);
      dirty = true;
    }
    write();
  }

  @Override
  public void flush() {
    write();
  }

  @Override
  public void close() {
    writer.shutdownNow();
    write();
  }

  private void writeInBackground() {
    try {
      write();
    } catch (FlowException e) {
      synchronized (content) {
        failure = Optional.of(e);
      }
    }
  }

  private void write() {
    synchronized (disk) {
      byte[] bytes;
      synchronized (content) {
        scheduled = false;
        if (!dirty) {
          return;
        }
        bytes = content.toBytes();
        dirty = false;
        failure = Optional.empty();
      }
      try {
        file.replace(bytes);
      } catch (FlowException e) {
        synchronized (content) {
          dirty = true;
        }
        throw e;
      }
    }
  }

  private void throwFailure() {
    if (failure.isPresent()) {
      var why = failure.get();
      failure = Optional.empty();
      throw why;
    }
  }
}

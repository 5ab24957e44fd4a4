package io.dataflow.runtime.checkpoint;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.connector.CheckpointStore;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Writes positions at most once an interval: the first one at once, what comes after it when the
/// interval is over, the last one when the store closes. So the newest position is never older than
/// the interval, and a burst of batches costs one write.
///
/// A place that cannot be written for now holds up nobody: it is tried again, with back-off.
final class CoalescingCheckpointStore implements CheckpointStore {
  private final CheckpointPlace place;
  private final Saving saving;
  private final CheckpointEvents events;
  private final Outage outage;
  private final ScheduledThreadPoolExecutor writer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("checkpoint").factory(), new DiscardPolicy());

  /// Held while the place is written; taken before `lock`, so that an older content never replaces
  /// a newer one.
  private final Object writing = new Object();

  /// Guards what is below, and never while the place is waited for: a position saved during a write
  /// belongs to the next write and is not lost with this one.
  private final Object lock = new Object();

  private final Set<String> unwritten = new HashSet<>();
  private JsonObject positions = JsonObject.empty();
  private boolean scheduled;
  private long writtenAt;
  private Optional<FlowException> failure = Optional.empty();

  CoalescingCheckpointStore(CheckpointPlace place, Saving saving, CheckpointEvents events) {
    this.place = place;
    this.saving = saving;
    this.events = events;
    this.outage = new Outage(saving.outage());
    this.writtenAt = System.nanoTime() - saving.interval().toNanos();
    writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public void open(String sourceType, Optional<String> reset) throws UnavailableException {
    synchronized (writing) {
      var kept = new Resets(place).perform(sourceType, reset);
      if (kept.positions()
          .get(sourceType)
          .filter(json -> !(json instanceof JsonObject))
          .isPresent()) {
        throw place.unusable("`" + sourceType + "` in it is not an object");
      }
      synchronized (lock) {
        positions = (JsonObject) kept.positions().copy();
      }
    }
  }

  @Override
  public Optional<JsonObject> load(String sourceType) {
    synchronized (lock) {
      return positions.get(sourceType).map(Json::copy).map(JsonObject.class::cast);
    }
  }

  @Override
  public void save(String sourceType, JsonObject position) {
    synchronized (lock) {
      throwFailure();
      positions.put(sourceType, position.copy());
      unwritten.add(sourceType);
      if (scheduled) {
        return;
      }
      var due = saving.interval().minusNanos(System.nanoTime() - writtenAt);
      if (!saving.waits() || due.isPositive()) {
        schedule(due.isPositive() ? due : Duration.ZERO);
        return;
      }
    }
    attempt();
    synchronized (lock) {
      throwFailure();
    }
  }

  private void throwFailure() {
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  private void schedule(Duration pause) {
    scheduled = true;
    writer.schedule(this::attempt, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void attempt() {
    try {
      write();
    } catch (UnavailableException e) {
      events.unsaved(e);
      outage.lasting(e).ifPresentOrElse(this::failed, this::tryAgain);
    } catch (FlowException e) {
      failed(e);
    } catch (RuntimeException e) {
      // Nobody else would hear of it: this may be the writer's own thread.
      failed(new FlowException("the position cannot be saved: unexpected: " + e, e));
    }
  }

  private void tryAgain() {
    var pause = outage.pause();
    synchronized (lock) {
      if (!scheduled) {
        schedule(pause);
      }
    }
  }

  private void failed(FlowException why) {
    synchronized (lock) {
      failure = Optional.of(why);
    }
    events.failed(why);
  }

  private void write() throws UnavailableException {
    synchronized (writing) {
      var change = new HashMap<String, Optional<JsonObject>>();
      synchronized (lock) {
        scheduled = false;
        writtenAt = System.nanoTime();
        unwritten.forEach(type -> change.put(type, load(type)));
        unwritten.clear();
      }
      if (change.isEmpty()) {
        return;
      }
      var done = false;
      try {
        place.write(Change.of(change));
        done = true;
      } finally {
        synchronized (lock) {
          writtenAt = System.nanoTime();
          if (!done) {
            unwritten.addAll(change.keySet());
          }
        }
      }
      if (outage.over()) {
        events.saved();
      }
    }
  }

  @Override
  public void close() {
    writer.shutdown();
    // The last position is written whatever has become of the thread that stops the flow.
    var interrupted = Thread.interrupted();
    try (place) {
      flush(System.nanoTime() + saving.stop().toNanos());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void flush(long deadline) {
    var pauses = new Outage(saving.stop());
    while (true) {
      try {
        write();
        return;
      } catch (UnavailableException e) {
        var pause = pauses.pause().toNanos();
        if (System.nanoTime() + pause - deadline > 0) {
          throw new FlowException(
              e.getMessage() + ". What came since the last saved position is read again.", e);
        }
        LockSupport.parkNanos(pause);
      }
    }
  }
}

package io.dataflow.runtime.flow;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.SourceEvents;
import io.dataflow.runtime.connector.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a running flow is: whether it reads, which of its ends cannot be reached, when it last got
/// anywhere, and why it ended. The probes, `--until-idle` and the exit code follow from it.
public final class FlowState implements SourceEvents {
  private static final Logger LOG = LoggerFactory.getLogger(FlowState.class);

  private final Map<String, String> troubles = new ConcurrentHashMap<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean ready;
  private volatile long progressAt = System.nanoTime();
  private volatile long recordsAt = System.nanoTime();
  private volatile boolean idle;
  private volatile boolean busy;
  private volatile boolean stopping;
  private volatile String failure = "";
  private volatile String concern = "";
  private volatile Optional<Instant> processedAt = Optional.empty();

  @Override
  public void ready() {
    if (!ready) {
      LOG.info("The source is read");
    }
    // What there is to read may be another: whether it is at its end is to be seen.
    idle = false;
    recordsAt = System.nanoTime();
    ready = true;
    available("source");
  }

  @Override
  public void polled(int records) {
    progressAt = System.nanoTime();
    if (records > 0) {
      idle = false;
      recordsAt = progressAt;
    }
    available("source");
  }

  @Override
  public void exhausted() {
    idle = true;
  }

  @Override
  public void unavailable(UnavailableException why) {
    unavailable("source", why);
  }

  @Override
  public void failed(FlowException why) {
    fail(why);
  }

  /// A batch has come.
  public void working() {
    busy = true;
  }

  /// A batch is acknowledged.
  public void acknowledged() {
    busy = false;
    progressAt = System.nanoTime();
    recordsAt = progressAt;
    processedAt = Optional.of(Instant.now());
    troubles.keySet().removeIf(end -> !end.equals("source"));
  }

  /// An end of the flow cannot be reached for now.
  public void unavailable(String end, UnavailableException why) {
    if (troubles.put(end, why.getMessage()) == null && !stopping) {
      LOG.warn("{}; trying again", why.getMessage());
    }
  }

  /// An end of the flow can be reached.
  public void available(String end) {
    if (!troubles.isEmpty() && troubles.remove(end) != null) {
      LOG.info("{} is there again", end);
    }
  }

  /// Something is not as it should be, and the flow goes on all the same.
  public void concerned(String why) {
    if (concern.isEmpty()) {
      LOG.warn("{}", why);
    }
    concern = why;
  }

  /// All is as it should be again.
  public void unconcerned() {
    if (!concern.isEmpty()) {
      LOG.info("In order again; it was: {}", concern);
      concern = "";
    }
  }

  /// The flow cannot go on. What comes while it stops is a consequence, not a cause.
  public synchronized void fail(Throwable why) {
    if (stopping || !failure.isEmpty()) {
      LOG.debug("Also failed", why);
      return;
    }
    failure = FailureReason.of(why);
    LOG.debug("The flow fails", why);
    ended.countDown();
  }

  /// From here on nothing that fails is the flow's failure.
  public synchronized void stopping() {
    stopping = true;
    ended.countDown();
  }

  /// Waits for the flow's end; false when it has not come after that time.
  public boolean awaitEnd(Duration patience) throws InterruptedException {
    return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Whether the source is read and every end can be reached.
  public boolean isReady() {
    return ready && troubles.isEmpty() && failure.isEmpty();
  }

  /// Whether the source has ever been read.
  public boolean hasStarted() {
    return ready;
  }

  /// Which ends cannot be reached, and why.
  public Map<String, String> troubles() {
    return Map.copyOf(troubles);
  }

  /// What is not as it should be, although the flow goes on.
  public Optional<String> concern() {
    return Optional.of(concern).filter(text -> !text.isEmpty());
  }

  /// When a batch was last acknowledged.
  public Optional<Instant> processedAt() {
    return processedAt;
  }

  /// Whether the flow has been told to stop.
  public boolean isStopping() {
    return stopping;
  }

  /// Time since the flow last got anywhere.
  public Duration sinceProgress() {
    return Duration.ofNanos(System.nanoTime() - progressAt);
  }

  /// Whether the source has had nothing for that long and everything before is acknowledged.
  public boolean isIdleFor(Duration time) {
    return isReady() && idle && !busy && System.nanoTime() - recordsAt >= time.toNanos();
  }

  /// Why the flow ended by itself.
  public Optional<String> failure() {
    return Optional.of(failure).filter(text -> !text.isEmpty());
  }
}

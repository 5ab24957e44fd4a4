package io.dataflow.runtime.flow.state;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.SourceEvents;
import io.dataflow.runtime.connector.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a running flow is: whether it reads, which of its ends cannot be reached, when it last got
/// anywhere, and why it ended. The probes, `--until-idle` and the exit code follow from it.
public final class FlowState implements SourceEvents {
  private static final Logger LOG = LoggerFactory.getLogger(FlowState.class);

  private final Map<String, String> troubles = new ConcurrentHashMap<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final LongAdder missed = new LongAdder();
  private final Set<String> reached = ConcurrentHashMap.newKeySet();
  private volatile boolean ready;
  private volatile long progressAt = System.nanoTime();
  private volatile long recordsAt = System.nanoTime();
  private volatile boolean idle;
  private volatile Optional<Incompleteness> incompleteness = Optional.empty();
  private volatile boolean busy;
  private volatile boolean stopping;
  private volatile long cutOffAt = Long.MAX_VALUE;
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
      incompleteness = Optional.empty();
      recordsAt = progressAt;
    }
    available("source");
  }

  @Override
  public void exhausted() {
    incompleteness = Optional.empty();
    idle = true;
  }

  @Override
  public void unavailable(UnavailableException why) {
    unavailable("source", why);
  }

  @Override
  public void incomplete(String why) {
    progressAt = System.nanoTime();
    idle = false;
    if (incompleteness.filter(known -> known.why().equals(why)).isEmpty()) {
      incompleteness = Optional.of(new Incompleteness(why, progressAt));
    }
    available("source");
  }

  @Override
  public void missed(long records, String why) {
    LOG.warn("{}", why);
    missed.add(records);
  }

  @Override
  public void failed(FlowException why) {
    fail(why);
  }

  /// A batch has come.
  public void working() {
    busy = true;
  }

  /// A part of a large batch is being worked on.
  ///
  /// @throws FlowException when there is no time left for it, because the flow stops
  public void advancing() {
    if (stopping && System.nanoTime() - cutOffAt >= 0) {
      throw new FlowException("stopped within a batch, which is read again at the next start");
    }
    progressAt = System.nanoTime();
  }

  /// A stop begins that leaves so much time to the batch in hand.
  public void stopping(Duration patience) {
    cutOffAt = System.nanoTime() + patience.toNanos();
    stopping();
  }

  /// A batch is acknowledged.
  public void acknowledged() {
    busy = false;
    progressAt = System.nanoTime();
    recordsAt = progressAt;
    processedAt = Optional.of(Instant.now());
    troubles.keySet().removeIf(end -> !end.equals("source"));
  }

  /// An end of the flow cannot be reached for now, as an attempt has just shown. To wait for a
  /// server in this way is all that can be done, so it counts as getting on: a restart would not
  /// bring the server back.
  public void unavailable(String end, UnavailableException why) {
    progressAt = System.nanoTime();
    if (troubles.put(end, why.getMessage()) == null && !stopping) {
      LOG.warn("{}; trying again", why.getMessage());
    }
  }

  /// An end of the flow can be reached.
  public void available(String end) {
    reached.add(end);
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

  /// Whether an end has been reached, and can be for all that is known. A source counts as reached
  /// when it is read.
  public boolean isReachable(String end) {
    return (end.equals("source") ? ready : reached.contains(end)) && !troubles.containsKey(end);
  }

  /// Which ends cannot be reached, and why.
  public Map<String, String> troubles() {
    return Map.copyOf(troubles);
  }

  /// What is not as it should be, although the flow goes on.
  public Optional<String> concern() {
    return Optional.of(concern).filter(text -> !text.isEmpty());
  }

  /// How many records the source could not read because they are gone.
  public long missed() {
    return missed.sum();
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

  /// What others hold of the source and have not read to its end, when that is all that is left.
  Optional<Incompleteness> incompleteness() {
    return busy ? Optional.empty() : incompleteness;
  }

  /// Something that others hold.
  ///
  /// @param since when it was seen first, in nanoseconds of this process
  record Incompleteness(String why, long since) {}

  /// Why the flow ended by itself.
  public Optional<String> failure() {
    return Optional.of(failure).filter(text -> !text.isEmpty());
  }
}

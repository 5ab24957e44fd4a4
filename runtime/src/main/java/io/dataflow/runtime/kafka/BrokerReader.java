package io.dataflow.runtime.kafka;

import io.dataflow.runtime.connector.SourceEvents;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread that reads the broker, one fetch ahead of the flow, and commits what the flow has
/// acknowledged: the newest position at most every [#COMMIT_INTERVAL] (a commit for every small
/// poll costs six times the work), and at once before partitions go and at the end.
final class BrokerReader {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerReader.class);
  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration ROOM = Duration.ofMillis(500);
  private static final Duration LAST_COMMIT = Duration.ofSeconds(10);
  private static final Duration DRAIN = Duration.ofSeconds(30);

  private final Broker broker;
  private final String topic;
  private final Handoff handoff;
  private final Positions positions;
  private final SourceEvents events;
  private final Silence silence;
  private final Thread thread;
  private final Deque<Fetch> early = new ArrayDeque<>();
  private volatile Set<TopicPartition> assigned = Set.of();
  private volatile boolean stopping;
  private boolean joined;
  private boolean started;
  private long committedAt = System.nanoTime();

  BrokerReader(
      Broker broker, String topic, Handoff handoff, Positions positions, SourceEvents events) {
    this.broker = broker;
    this.topic = topic;
    this.handoff = handoff;
    this.positions = positions;
    this.events = events;
    this.silence = new Silence(broker, events);
    this.thread = Thread.ofPlatform().name("kafka-reader-" + topic).daemon().unstarted(this::run);
  }

  synchronized void start() {
    if (!started && !stopping) {
      started = true;
      thread.start();
    }
  }

  /// Ends the reading, when everything acknowledged is committed.
  synchronized void stop() {
    stopping = true;
    if (!started) {
      return;
    }
    try {
      thread.join(LAST_COMMIT.plus(DRAIN));
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  Set<TopicPartition> assigned() {
    return assigned;
  }

  private void run() {
    try {
      new TopicCheck(broker, topic, events).await(() -> stopping);
      while (!stopping) {
        commitWhenDue();
        if (handoff.awaitRoom(ROOM)) {
          read();
        } else {
          keepMembership();
        }
      }
      commitNow();
    } catch (InterruptedException | InterruptException | WakeupException e) {
      LOG.debug("Reading of topic {} was interrupted", topic, e);
    } catch (KafkaException e) {
      events.failed(KafkaProblem.fatal("source kafka", topic, e));
    } catch (RuntimeException | Error e) {
      // Nobody else would notice that this thread is gone.
      events.failed(KafkaProblem.unexpected("source kafka", e));
    }
  }

  private void read() {
    if (!early.isEmpty()) {
      handoff.offer(early.poll());
      return;
    }
    var records = broker.read(POLL);
    if (!records.isEmpty()) {
      silence.ended();
      events.polled(records.count());
      handoff.offer(Fetch.of(records));
    } else if (!silence.isAlarming(assigned) && handoff.isQuiet() && isCaughtUp()) {
      events.polled(0);
      events.exhausted();
    }
  }

  /// Before the group has said which partitions are ours, nothing is known of what is in them.
  private boolean isCaughtUp() {
    return joined && assigned.stream().allMatch(partition -> broker.lag(partition).orElse(1) == 0);
  }

  /// The flow is busy for long (a sink is down): nothing is read, but the group sees us alive.
  private void keepMembership() {
    var held = broker.owned();
    broker.hold(held);
    var records = broker.read(Duration.ZERO);
    if (!records.isEmpty()) {
      // Partitions that came with a rebalance in this very poll are not on hold yet.
      early.add(Fetch.of(records));
    }
    broker.release(broker.owned());
  }

  private void commitWhenDue() {
    if (System.nanoTime() - committedAt < COMMIT_INTERVAL.toNanos()) {
      return;
    }
    committedAt = System.nanoTime();
    var due = positions.take(assigned);
    if (!due.isEmpty()) {
      broker.commitLater(due, (done, failure) -> afterCommit(due, failure));
    }
  }

  private void afterCommit(Map<TopicPartition, OffsetAndMetadata> due, Exception failure) {
    if (failure != null) {
      LOG.debug("Offsets of topic {} are not committed yet", topic, failure);
      positions.giveBack(due);
    }
  }

  private void commitNow() {
    var due = positions.take(assigned);
    if (!due.isEmpty()) {
      broker.commit(due, LAST_COMMIT);
    }
  }

  /// Another consumer gets these partitions: the flow ends its work on them first, so that nothing
  /// is read twice.
  void onRevoked(Collection<TopicPartition> partitions) {
    try {
      early.forEach(fetch -> fetch.forget(partitions));
      early.removeIf(Fetch::isEmpty);
      if (!stopping && !handoff.drain(partitions, DRAIN)) {
        LOG.warn("Partitions {} go while a batch of them is still being written", partitions);
      }
      commitNow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      positions.forget(partitions);
      assigned = minus(assigned, partitions);
    }
  }

  void onLost(Collection<TopicPartition> partitions) {
    positions.forget(partitions);
    assigned = minus(assigned, partitions);
  }

  void onAssigned() {
    assigned = Set.copyOf(broker.owned());
    joined = true;
    events.ready();
  }

  private static Set<TopicPartition> minus(
      Set<TopicPartition> all, Collection<TopicPartition> gone) {
    return Set.copyOf(all.stream().filter(partition -> !gone.contains(partition)).toList());
  }
}

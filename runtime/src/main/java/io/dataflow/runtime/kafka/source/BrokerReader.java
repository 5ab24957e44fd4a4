package io.dataflow.runtime.kafka.source;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.ReadTime;
import io.dataflow.runtime.connector.SourceEvents;
import io.dataflow.runtime.kafka.client.KafkaProblem;
import io.dataflow.runtime.kafka.value.AwayException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread that reads the broker, one fetch ahead of the flow, and commits what the flow has
/// acknowledged ([Commits]): now and then, at once before partitions go, and at the end.
final class BrokerReader {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerReader.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration ROOM = Duration.ofMillis(500);
  private static final Duration DRAIN = Duration.ofSeconds(30);

  private final Broker broker;
  private final String topic;
  private final Handoff handoff;
  private final Commits commits;
  private final SourceEvents events;
  private final Membership membership;
  private final Silence silence;
  private final TopicEnd end;
  private final OffsetReset reset;
  private final Thread thread;
  private final Deque<Fetch> early = new ArrayDeque<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile Set<TopicPartition> assigned = Set.of();
  private boolean joined;
  private boolean started;
  private boolean undecoded;

  BrokerReader(
      Broker broker,
      String topic,
      Handoff handoff,
      Positions positions,
      SourceEvents events,
      Membership membership) {
    this.broker = broker;
    this.topic = topic;
    this.handoff = handoff;
    this.commits = new Commits(broker, topic, positions);
    this.events = events;
    this.membership = membership;
    this.silence = new Silence(broker, events);
    this.end = new TopicEnd(broker, topic, positions, events);
    this.reset = new OffsetReset(broker, topic, events);
    this.thread = Thread.ofPlatform().name("kafka-reader-" + topic).daemon().unstarted(this::run);
  }

  synchronized void start() {
    if (!started && !isStopping()) {
      started = true;
      thread.start();
    }
  }

  /// Ends the reading, when everything acknowledged is committed. Whatever the flow has not
  /// acknowledged by now it never will.
  synchronized void stop() {
    stopping.countDown();
    handoff.end();
    if (!started) {
      return;
    }
    try {
      thread.join(Commits.LAST.multipliedBy(2));
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  Set<TopicPartition> assigned() {
    return assigned;
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void run() {
    try {
      new TopicCheck(broker, topic, events).await(stopping);
      while (!isStopping()) {
        commits.whenDue(assigned);
        if (handoff.awaitRoom(ROOM)) {
          read();
        } else {
          keepMembership(Duration.ZERO);
        }
      }
      commits.last(() -> assigned, () -> keepMembership(POLL));
    } catch (InterruptedException | InterruptException | WakeupException e) {
      LOG.debug("Reading of topic {} was interrupted", topic, e);
    } catch (FlowException e) {
      events.failed(e);
    } catch (KafkaException e) {
      if (KafkaProblem.isFenced(e)) {
        membership.lost();
      }
      events.failed(KafkaProblem.fatal("source kafka", topic, e));
    } catch (RuntimeException | Error e) {
      // Nobody else would notice that this thread is gone.
      events.failed(KafkaProblem.unexpected("source kafka", e));
    }
  }

  private void read() throws InterruptedException {
    if (!early.isEmpty()) {
      handoff.offer(early.poll());
      return;
    }
    long begin = System.nanoTime();
    var records = poll(POLL);
    if (!records.isEmpty()) {
      silence.ended();
      end.moved();
      events.polled(records.count());
      handoff.offer(Fetch.of(records, ReadTime.since(begin)));
    } else if (undecoded) {
      undecoded = false;
      stopping.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
    } else if (!silence.isAlarming(assigned) && handoff.isQuiet() && isCaughtUp()) {
      end.look(assigned);
    }
  }

  private ConsumerRecords<byte[], Object> poll(Duration patience) {
    try {
      return broker.read(patience);
    } catch (InvalidOffsetException e) {
      try {
        reset.answer(e);
      } catch (RetriableException unanswered) {
        events.unavailable(KafkaProblem.unavailable("source kafka", unanswered));
      }
      return ConsumerRecords.empty();
    } catch (RecordDeserializationException e) {
      // The same record comes again with the next poll, and polling keeps the membership.
      events.unavailable(AwayException.of(e));
      undecoded = true;
      return ConsumerRecords.empty();
    }
  }

  /// Before the group has said which partitions are ours, nothing is known of what is in them.
  private boolean isCaughtUp() {
    return joined && assigned.stream().allMatch(partition -> broker.lag(partition).orElse(1) == 0);
  }

  /// The flow is busy for long (a sink is down): nothing is read, but the group sees us alive.
  private void keepMembership(Duration patience) {
    broker.hold(broker.owned());
    long begin = System.nanoTime();
    var records = poll(patience);
    if (!records.isEmpty()) {
      // Partitions that came with a rebalance in this very poll are not on hold yet.
      early.add(Fetch.of(records, ReadTime.since(begin)));
    }
    broker.release(broker.owned());
  }

  /// Another consumer gets these partitions: the flow ends its work on them first, so that nothing
  /// is read twice.
  void onRevoked(Collection<TopicPartition> partitions) {
    try {
      if (!isStopping() && !handoff.drain(partitions, DRAIN) && !isStopping()) {
        LOG.warn("Partitions {} go while a batch of them is still being written", partitions);
      }
      commits.now(assigned);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      forget(partitions);
    }
  }

  void onLost(Collection<TopicPartition> partitions) {
    forget(partitions);
  }

  private void forget(Collection<TopicPartition> partitions) {
    early.forEach(fetch -> fetch.forget(partitions));
    early.removeIf(Fetch::isEmpty);
    handoff.forget(partitions);
    commits.forget(partitions);
    assigned = minus(assigned, partitions);
  }

  void onAssigned() {
    assigned = Set.copyOf(broker.owned());
    joined = true;
    membership.joined();
    end.moved();
    events.ready();
  }

  private static Set<TopicPartition> minus(
      Set<TopicPartition> all, Collection<TopicPartition> gone) {
    return Set.copyOf(all.stream().filter(partition -> !gone.contains(partition)).toList());
  }
}

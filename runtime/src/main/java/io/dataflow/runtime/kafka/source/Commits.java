package io.dataflow.runtime.kafka.source;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Commits what the flow has acknowledged: the newest position at most every [#INTERVAL], because a
/// commit for every small poll costs six times the work. What cannot be committed stays due. Used
/// by the thread that reads.
final class Commits {
  /// How long a commit may take that somebody waits for.
  static final Duration LAST = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(Commits.class);
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private final Broker broker;
  private final String topic;
  private final Positions positions;
  private long committedAt = System.nanoTime();

  Commits(Broker broker, String topic, Positions positions) {
    this.broker = broker;
    this.topic = topic;
    this.positions = positions;
  }

  /// Commits without waiting for the answer, unless that was done a moment ago.
  void whenDue(Set<TopicPartition> ours) {
    if (System.nanoTime() - committedAt < INTERVAL.toNanos()) {
      return;
    }
    committedAt = System.nanoTime();
    var due = positions.take(ours);
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

  /// Commits and waits for the answer. Brokers that are away do not end the flow: whoever reads the
  /// partitions next begins a little earlier.
  void now(Set<TopicPartition> ours) {
    try {
      commit(ours);
    } catch (RetriableException | CommitFailedException e) {
      tell(e);
    }
  }

  /// The last commit. A group that is dividing its partitions anew refuses it until that is done,
  /// to which this member has its part to do.
  ///
  /// @param ours the partitions, as they are by then
  /// @param membership does that part
  void last(Supplier<Set<TopicPartition>> ours, Runnable membership) {
    long deadline = System.nanoTime() + LAST.toNanos();
    while (true) {
      try {
        commit(ours.get());
        return;
      } catch (RebalanceInProgressException e) {
        if (System.nanoTime() > deadline) {
          tell(e);
          return;
        }
        membership.run();
      } catch (RetriableException | CommitFailedException e) {
        tell(e);
        return;
      }
    }
  }

  private void commit(Set<TopicPartition> ours) {
    var due = positions.take(ours);
    if (due.isEmpty()) {
      return;
    }
    try {
      broker.commit(due, LAST);
    } catch (KafkaException e) {
      positions.giveBack(due);
      throw e;
    }
  }

  private void tell(KafkaException e) {
    LOG.warn(
        "source kafka: the offsets of topic `{}` are not committed ({}). What was written since the"
            + " last commit is read again.",
        topic,
        e.getMessage());
  }

  /// Forgets partitions that belong to somebody else now.
  void forget(Collection<TopicPartition> partitions) {
    positions.forget(partitions);
  }
}

package io.dataflow.runtime.kafka.source;

import static io.dataflow.runtime.kafka.source.Orders.behind;
import static io.dataflow.runtime.kafka.source.Orders.partition;
import static io.dataflow.runtime.kafka.source.Orders.records;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.server.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokerReaderTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final FakeBroker broker = new FakeBroker();
  private final HeardEvents events = new HeardEvents();
  private final Handoff handoff = new Handoff();
  private final Positions positions = new Positions();
  private final Membership membership = new Membership(Optional.empty());
  private final BrokerReader reader =
      new BrokerReader(broker, "orders", handoff, positions, events, membership);

  @AfterEach
  void stop() {
    reader.stop();
  }

  private void assign(int... partitions) {
    broker.reads.add(
        () -> {
          for (int partition : partitions) {
            broker.owned.add(partition(partition));
          }
          reader.onAssigned();
          return ConsumerRecords.empty();
        });
  }

  private void take() throws InterruptedException {
    Await.until("a fetch", LIMIT, () -> handoff.take(Duration.ofSeconds(1)).isPresent());
  }

  @Test
  void commitsWhatIsAcknowledgedWhileItReads() throws Exception {
    assign(0);
    broker.reads.add(() -> records(3, 0));
    reader.start();
    take();
    assertThat(broker.committed).isEmpty();
    handoff.done(positions);
    Await.until("the commit", LIMIT, () -> broker.committed.equals(behind(3, 0)));
  }

  @Test
  void aCommitThatFailedIsDoneAgain() throws Exception {
    broker.commitFailures.addAll(List.of(new TimeoutException("away"), new TimeoutException("?")));
    commitsWhatIsAcknowledgedWhileItReads();
    assertThat(broker.commitFailures).isEmpty();
    assertThat(events.failures).isEmpty();
  }

  @Test
  void theLastCommitWaitsForTheEndOfARebalance() throws Exception {
    assign(0);
    reader.start();
    Await.until("the partition", LIMIT, () -> events.ready.get() == 1);
    broker.reads.add(() -> records(3, 0));
    take();
    broker.commitFailures.addAll(
        List.of(
            new RebalanceInProgressException("joining"),
            new RebalanceInProgressException("joining"),
            new RebalanceInProgressException("joining")));
    handoff.done(positions);
    reader.stop();
    assertThat(broker.committed).isEqualTo(behind(3, 0));
  }

  @Test
  void aBrokerThatIsAwayInARebalanceDoesNotEndTheFlow() throws Exception {
    revokeWith(new TimeoutException("away"));
    assertThat(broker.committed).isEmpty();
  }

  @Test
  void aCommitThatComesTooLateInARebalanceDoesNotEndTheFlow() throws Exception {
    revokeWith(new CommitFailedException("somebody else has them"));
    assertThat(broker.committed).isEmpty();
  }

  private void revokeWith(RuntimeException failure) throws Exception {
    assign(0, 1);
    reader.start();
    broker.reads.add(() -> records(3, 0));
    take();
    broker.reads.add(
        () -> {
          broker.commitFailures.clear();
          broker.commitFailures.add(failure);
          positions.acknowledge(behind(3, 0));
          handoff.done(new Positions());
          reader.onRevoked(List.of(partition(0)));
          return ConsumerRecords.empty();
        });
    Await.until("the rebalance", LIMIT, () -> reader.assigned().size() == 1);
    broker.reads.add(() -> records(1, 1));
    take();
    assertThat(events.failures).isEmpty();
  }

  @Test
  void aNewGroupStartsAtTheOldestRecord() {
    broker.beginnings.put(partition(0), 7L);
    broker.reads.add(
        () -> {
          throw new NoOffsetForPartitionException(List.of(partition(0), partition(1)));
        });
    reader.start();
    Await.until("a position", LIMIT, () -> broker.sought.size() == 2);
    assertThat(broker.sought).containsEntry(partition(0), 7L).containsEntry(partition(1), 0L);
    assertThat(events.warnings).isEmpty();
  }

  @Test
  void whatRetentionHasDeletedIsSaidAndCounted() {
    broker.beginnings.put(partition(0), 500L);
    broker.reads.add(
        () -> {
          throw new OffsetOutOfRangeException("gone", Map.of(partition(0), 100L));
        });
    reader.start();
    Await.until("a warning", LIMIT, () -> !events.warnings.isEmpty());
    assertThat(broker.sought).containsEntry(partition(0), 500L);
    assertThat(events.missed).hasValue(400);
    assertThat(events.warnings.getFirst())
        .startsWith("source kafka: topic `orders`, partition 0: 400 offsets from 100 on were");
  }

  @Test
  void aTopicThatWasMadeAnewIsReadFromItsBeginning() {
    broker.reads.add(
        () -> {
          throw new OffsetOutOfRangeException("gone", Map.of(partition(0), 100L));
        });
    reader.start();
    Await.until("a warning", LIMIT, () -> !events.warnings.isEmpty());
    assertThat(broker.sought).containsEntry(partition(0), 0L);
    assertThat(events.missed).hasValue(0);
    assertThat(events.warnings.getFirst()).contains("ends before the group's offset 100");
  }

  @Test
  void waitsForBrokersThatDoNotKnowTheTopicYet() {
    broker.topicFailures.add(new TimeoutException("nobody there"));
    assign(0);
    reader.start();
    Await.until("the partition", LIMIT, () -> events.ready.get() == 1);
    assertThat(events.unavailable).hasSize(1);
  }

  @Test
  void aTopicThatMayNotBeReadEndsTheFlow() {
    broker.topicFailures.add(new TopicAuthorizationException("orders"));
    reader.start();
    Await.until("the end", LIMIT, () -> !events.failures.isEmpty());
    assertThat(events.failures.getFirst()).startsWith("source kafka: not allowed");
  }

  @Test
  void aPositionIsNeverCommittedForAPartitionThatWasLost() throws Exception {
    assign(0);
    broker.reads.add(() -> records(3, 0));
    reader.start();
    take();
    broker.reads.add(
        () -> {
          reader.onLost(List.of(partition(0)));
          reader.onAssigned();
          handoff.done(positions);
          return ConsumerRecords.empty();
        });
    Await.until("the end of the work", LIMIT, handoff::isQuiet);
    reader.stop();
    assertThat(broker.committed).isEqualTo(Map.<Object, OffsetAndMetadata>of());
  }
}

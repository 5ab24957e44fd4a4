package io.dataflow.runtime.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PositionsTest {
  private static final TopicPartition ORDERS = new TopicPartition("orders", 0);
  private static final Set<TopicPartition> OURS = Set.of(ORDERS);

  private final Positions positions = new Positions();

  @Test
  void givesTheNewestAcknowledgedPositionOnce() {
    positions.acknowledge(at(100));
    positions.acknowledge(at(200));
    assertThat(positions.take(OURS)).isEqualTo(at(200));
    assertThat(positions.take(OURS)).isEmpty();
  }

  @Test
  void whatCouldNotBeCommittedIsDueAgain() {
    positions.acknowledge(at(100));
    positions.giveBack(positions.take(OURS));
    assertThat(positions.take(OURS)).isEqualTo(at(100));
  }

  @Test
  void anOlderCommitThatFailedLateDoesNotGoBackBehindANewerOne() {
    positions.acknowledge(at(100));
    var first = positions.take(OURS);
    positions.acknowledge(at(200));
    positions.take(OURS);
    positions.giveBack(first);
    assertThat(positions.take(OURS)).isEmpty();
  }

  @Test
  void ofTwoCommitsThatFailedTheNewerOneIsDueAgain() {
    positions.acknowledge(at(100));
    var first = positions.take(OURS);
    positions.acknowledge(at(200));
    var second = positions.take(OURS);
    positions.giveBack(first);
    positions.giveBack(second);
    assertThat(positions.take(OURS)).isEqualTo(at(200));
  }

  @Test
  void aCommitThatFailedDoesNotReplaceWhatWasAcknowledgedSince() {
    positions.acknowledge(at(100));
    var first = positions.take(OURS);
    positions.acknowledge(at(200));
    positions.giveBack(first);
    assertThat(positions.take(OURS)).isEqualTo(at(200));
  }

  @Test
  void whatBelongsToSomebodyElseIsNotCommittedAnyMore() {
    positions.acknowledge(at(100));
    var first = positions.take(OURS);
    positions.forget(List.of(ORDERS));
    positions.giveBack(first);
    assertThat(positions.take(OURS)).isEmpty();
    positions.acknowledge(at(200));
    assertThat(positions.take(Set.of())).isEmpty();
    assertThat(positions.take(OURS)).isEmpty();
  }

  private static Map<TopicPartition, OffsetAndMetadata> at(long offset) {
    return Map.of(ORDERS, new OffsetAndMetadata(offset));
  }
}

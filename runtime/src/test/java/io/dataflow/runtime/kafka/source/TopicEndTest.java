package io.dataflow.runtime.kafka.source;

import static io.dataflow.runtime.kafka.source.Orders.behind;
import static io.dataflow.runtime.kafka.source.Orders.partition;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/// The topic `orders` has the partitions 0 and 1; the first is ours.
class TopicEndTest {
  private static final Set<TopicPartition> OURS = Set.of(partition(0));

  private final FakeBroker broker = new FakeBroker();
  private final HeardEvents events = new HeardEvents();
  private final Positions positions = new Positions();
  private final TopicEnd end = new TopicEnd(broker, "orders", positions, events);

  private void committed(int first, int second) {
    broker.committed.putAll(behind(first, 0));
    broker.committed.putAll(behind(second, 1));
    broker.ends.put(partition(0), 10L);
    broker.ends.put(partition(1), 20L);
  }

  @Test
  void isReachedWhenAllPartitionsAreCommittedToTheirEnds() {
    committed(10, 20);
    end.look(OURS);
    assertThat(events.exhausted).hasValue(1);
    assertThat(events.incomplete).isEmpty();
  }

  @Test
  void isNotReachedWhileOthersHoldTheRest() {
    committed(10, 13);
    end.look(OURS);
    assertThat(events.exhausted).hasValue(0);
    assertThat(events.incomplete)
        .containsExactly(
            "source kafka: other members of the consumer group hold partitions of topic `orders`"
                + " that are not read to the end: 1 (7 offsets left)");
  }

  @Test
  void isNotReachedBeforeOurOwnIsCommitted() {
    committed(8, 20);
    end.look(OURS);
    assertThat(events.exhausted).hasValue(0);
    assertThat(events.incomplete).isEmpty();
  }

  @Test
  void marksOfTransactionsBehindTheLastRecordAreCommittedToo() {
    committed(8, 20);
    broker.positions.put(partition(0), 10L);
    end.look(OURS);
    assertThat(positions.take(OURS)).isEqualTo(behind(10, 0));
  }

  @Test
  void anEmptyTopicIsAtItsEnd() {
    end.look(OURS);
    assertThat(events.exhausted).hasValue(1);
  }

  @Test
  void aPartitionOfWhichNothingWasEverCommittedIsLeftFromItsOldestRecordOn() {
    broker.committed.putAll(behind(10, 0));
    broker.ends.put(partition(0), 10L);
    broker.ends.put(partition(1), 20L);
    broker.beginnings.put(partition(1), 15L);
    end.look(OURS);
    assertThat(events.incomplete.getFirst()).endsWith(": 1 (5 offsets left)");
  }
}

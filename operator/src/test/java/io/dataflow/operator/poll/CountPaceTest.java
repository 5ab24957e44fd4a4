package io.dataflow.operator.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.desired.FlowName;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

class CountPaceTest {
  private static final long TURN = Duration.ofMillis(50).toNanos();

  private final CountPace pace = new CountPace(Duration.ofSeconds(15), () -> 0.5);

  private static FlowName flow(int number) {
    return new FlowName("shop", "orders-" + number);
  }

  @Test
  void aFlowGetsItsFirstTurnAtOnceAndItsNextAfterTheInterval() {
    pace.add(flow(1), 0);
    assertThat(pace.next(0)).contains(flow(1));
    pace.add(flow(1), 1);
    assertThat(pace.next(Duration.ofMillis(14_999).toNanos())).isEmpty();
    assertThat(pace.next(Duration.ofMillis(15_001).toNanos())).contains(flow(1));
    assertThat(pace.next(Duration.ofHours(1).toNanos())).isEmpty();
  }

  /// A minute of a thousand flows whose counts never stand still.
  @Test
  void ofAThousandFlowsEachGetsItsTurn() {
    var turns = new HashMap<FlowName, Integer>();
    for (long now = 0; now < Duration.ofMinutes(1).toNanos(); now += TURN) {
      for (int number = 0; number < 1_000; number++) {
        pace.add(flow(number), now);
      }
      pace.next(now).ifPresent(flow -> turns.merge(flow, 1, Integer::sum));
    }
    assertThat(turns).hasSize(1_000);
    assertThat(turns.values()).allMatch(count -> count <= 2);
  }
}

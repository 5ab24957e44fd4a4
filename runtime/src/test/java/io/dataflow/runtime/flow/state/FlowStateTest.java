package io.dataflow.runtime.flow.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FlowStateTest {
  private final FlowState state = new FlowState();

  @Test
  void aFlowIsIdleOnceItsSourceIsExhaustedAndNotWhenAReadWasEmpty() {
    state.ready();
    state.polled(0);
    assertThat(state.isIdleFor(Duration.ZERO)).isFalse();
    state.exhausted();
    assertThat(state.isIdleFor(Duration.ZERO)).isTrue();
    state.polled(1);
    assertThat(state.isIdleFor(Duration.ZERO)).isFalse();
  }

  @Test
  void aFlowIsNotIdleBeforeItsLastBatchIsAcknowledged() {
    state.ready();
    state.polled(1);
    state.working();
    state.exhausted();
    assertThat(state.isIdleFor(Duration.ZERO)).isFalse();
    state.acknowledged();
    assertThat(state.isIdleFor(Duration.ZERO)).isTrue();
  }
}
